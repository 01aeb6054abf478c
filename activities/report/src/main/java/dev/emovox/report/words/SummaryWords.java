package dev.emovox.report.words;

import dev.emovox.domain.SplitPolicy;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.PairedComparison;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SplitFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came of a run, a sentence each; nothing that the numbers do not say. */
public final class SummaryWords {
  /** Below this probability of chance, a difference is called one. */
  private static final double SIGNIFICANCE = 0.05;

  private final RunReport report;

  private SummaryWords(RunReport report) {
    this.report = report;
  }

  /** The summary of a report whose own is still empty. */
  public static List<String> of(RunReport report) {
    return new SummaryWords(report).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    report.splits().forEach(split -> sentences.addAll(of(split)));
    unseenSpeakers().ifPresent(sentences::add);
    if (report.models().isEmpty()) {
      sentences.add("No model was tested.");
    }
    Optional.ofNullable(report.run().registered())
        .ifPresent(
            version ->
                sentences.add(
                    "Registered: version %s of %s, chosen by the validation part."
                        .formatted(version.version(), version.name())));
    return sentences;
  }

  private List<String> of(SplitFacts split) {
    List<ModelResult> ranked =
        report.modelsOn(split.name()).stream()
            .sorted(Comparator.comparingDouble(ModelResult::recall).reversed())
            .toList();
    if (ranked.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(best(split, ranked));
    if (ranked.size() > 1) {
      comparison(split.name(), ranked.get(0).name(), ranked.get(1).name())
          .map(SummaryWords::verdict)
          .ifPresent(sentences::add);
    }
    return sentences;
  }

  private static String best(SplitFacts split, List<ModelResult> ranked) {
    ModelResult best = ranked.get(0);
    String among =
        ranked.size() == 1 ? "the one model" : "the best of " + ranked.size() + " models";
    return "On the split %s (%s), %s is %s, with an unweighted average recall of %s and an accuracy of %s on %s."
        .formatted(
            split.name(),
            policy(split.settings().policy()),
            among,
            best.name(),
            Numbers.percent(best.overall().unweightedAverageRecall()),
            Numbers.percent(best.overall().accuracy()),
            Numbers.count(best.overall().clips(), "test clip"));
  }

  /** A split's policy in a few words. */
  public static String policy(SplitPolicy policy) {
    return switch (policy) {
      case STRATIFIED_RANDOM -> "speakers are on all sides";
      case SPEAKER_DISJOINT -> "speakers of the test are unseen";
    };
  }

  private Optional<PairedComparison> comparison(String split, String first, String second) {
    return report.comparisonsOn(split).stream()
        .filter(pair -> pair.first().equals(first) && pair.second().equals(second))
        .findFirst();
  }

  private static String verdict(PairedComparison pair) {
    var difference = pair.differences().unweightedAverageRecall();
    boolean apart = difference.low() > 0 || difference.high() < 0;
    boolean unlikely = pair.test().pValue() < SIGNIFICANCE;
    String verdict =
        apart && unlikely
            ? "its lead is more than chance on these clips."
            : "these clips are too few to tell the two apart.";
    return "The next best is %s: %s points of unweighted average recall behind (95 %% interval of the difference %s; McNemar p %s): %s"
        .formatted(
            pair.second(),
            Numbers.points(Math.abs(difference.value())).substring(1),
            Numbers.points(difference),
            equation(pair.test().pValue()),
            verdict);
  }

  private static String equation(double p) {
    String chance = Numbers.chance(p);
    return chance.startsWith("<") ? chance : "= " + chance;
  }

  /** How the model that is best on known speakers does on unseen ones. */
  private Optional<String> unseenSpeakers() {
    Optional<SplitFacts> known = split(SplitPolicy.STRATIFIED_RANDOM);
    Optional<SplitFacts> unseen = split(SplitPolicy.SPEAKER_DISJOINT);
    if (known.isEmpty() || unseen.isEmpty()) {
      return Optional.empty();
    }
    return report.modelsOn(known.get().name()).stream()
        .max(Comparator.comparingDouble(ModelResult::recall))
        .flatMap(
            best ->
                report.modelsOn(unseen.get().name()).stream()
                    .filter(model -> model.name().equals(best.name()))
                    .findFirst()
                    .map(same -> change(best, same)));
  }

  private static String change(ModelResult known, ModelResult unseen) {
    return "On unseen speakers, the accuracy of %s is %s instead of %s."
        .formatted(
            known.name(),
            Numbers.percent(unseen.overall().accuracy().value()),
            Numbers.percent(known.overall().accuracy().value()));
  }

  private Optional<SplitFacts> split(SplitPolicy policy) {
    return report.splits().stream()
        .filter(split -> split.settings().policy() == policy)
        .findFirst();
  }
}
