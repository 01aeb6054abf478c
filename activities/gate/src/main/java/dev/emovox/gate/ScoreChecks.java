package dev.emovox.gate;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.gate.settings.ClassLimit;
import dev.emovox.gate.settings.CorpusLimit;
import dev.emovox.gate.settings.GateMetric;
import dev.emovox.gate.settings.Measure;
import dev.emovox.gate.settings.ScoreLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds a version's scores against limits. Not safe for use by several threads. */
final class ScoreChecks {
  private final Contender candidate;
  private final Map<String, EvaluationReport> reports = new HashMap<>();

  ScoreChecks(Contender candidate) {
    this.candidate = candidate;
  }

  GateCheck betterThanChance() {
    EvaluationReport report = report(Optional.empty());
    long classes = report.perClass().values().stream().filter(c -> c.support() > 0).count();
    double chance = 1.0 / classes;
    Estimate recall = report.overall().unweightedAverageRecall();
    boolean better = classes > 1 && recall.low() > chance;
    return new GateCheck(
        "better than chance",
        better,
        recall.low(),
        chance,
        "The unweighted average recall %s is %s above chance among %d classes."
            .formatted(interval(recall), better ? "surely" : "not surely", classes));
  }

  GateCheck score(ScoreLimit limit) {
    Scores scores = report(limit.split()).overall();
    return score(name(limit), limit.metric().of(scores), limit.measure(), limit.atLeast());
  }

  static String name(ScoreLimit limit) {
    return limit.metric().words() + on(limit.split());
  }

  /** One check for each corpus that is meant. */
  List<GateCheck> corpora(CorpusLimit limit) {
    Map<String, Scores> scores = report(limit.split()).perCorpus();
    if (limit.corpus().isPresent()) {
      String corpus = limit.corpus().get();
      return List.of(
          scores.containsKey(corpus)
              ? corpus(limit, corpus, scores.get(corpus))
              : GateCheck.impossible(
                  name(limit.metric(), corpus, limit.split()),
                  "The test part has no clip of %s; it has clips of %s."
                      .formatted(corpus, scores.keySet())));
    }
    return scores.entrySet().stream()
        .map(entry -> corpus(limit, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static GateCheck corpus(CorpusLimit limit, String corpus, Scores scores) {
    return score(
        name(limit.metric(), corpus, limit.split()),
        limit.metric().of(scores),
        limit.measure(),
        limit.atLeast());
  }

  static String name(GateMetric metric, String corpus, Optional<String> split) {
    return "%s of corpus %s%s".formatted(metric.words(), corpus, on(split));
  }

  /** One check for each class that is meant. */
  List<GateCheck> classes(ClassLimit limit) {
    Map<String, ClassScores> scores = report(limit.split()).perClass();
    if (limit.label().isPresent()) {
      return List.of(recall(limit, limit.label().get(), scores.get(limit.label().get())));
    }
    return scores.entrySet().stream()
        .filter(entry -> entry.getValue().support() > 0)
        .map(entry -> recall(limit, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static GateCheck recall(ClassLimit limit, String label, ClassScores scores) {
    String name = "recall of class %s%s".formatted(label, on(limit.split()));
    if (scores == null || scores.support() == 0) {
      return GateCheck.impossible(name, "The test part has no clip of class " + label + ".");
    }
    boolean passed = scores.recall() >= limit.recall();
    String reason =
        "The recall %s of %d clips is %s %s."
            .formatted(
                number(scores.recall()),
                scores.support(),
                passed ? "at least" : "below",
                number(limit.recall()));
    return new GateCheck(name, passed, scores.recall(), limit.recall(), reason);
  }

  private static GateCheck score(String name, Estimate found, Measure measure, double atLeast) {
    double measured = measure == Measure.VALUE ? found.value() : found.low();
    boolean passed = measured >= atLeast;
    String reason =
        "%s %s is %s %s."
            .formatted(
                measure == Measure.VALUE ? "The value of" : "The lower end of",
                interval(found),
                passed ? "at least" : "below",
                number(atLeast));
    return new GateCheck(name, passed, measured, atLeast, reason);
  }

  private EvaluationReport report(Optional<String> split) {
    TestedModel test = candidate.test(split);
    return reports.computeIfAbsent(test.split(), its -> test.report());
  }

  static String on(Optional<String> split) {
    return split.map(name -> " on split " + name).orElse("");
  }

  static String interval(Estimate estimate) {
    return "%s (95 %% interval %s to %s)"
        .formatted(number(estimate.value()), number(estimate.low()), number(estimate.high()));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
