package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.EvaluationReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The numbers of each class in a report stand under its own name. */
public final class ClassNames implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "class-names-permuted",
          "The right numbers by class stand under wrong names: whatever the report says about one emotion is about another.",
          "Don't quote results by class. Evaluate again with the class list of the manifest, in its order.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    Map<String, ClassScores> stored = new TreeMap<>(model.report().perClass());
    Map<String, ClassScores> computed = new TreeMap<>(model.recomputed().perClass());
    boolean permuted =
        !stored.equals(computed) && values(model.report()).equals(values(model.recomputed()));
    return permuted
        ? Stream.of(new Breach(model.subject(), evidence(model, stored, computed)))
        : Stream.empty();
  }

  /** The scores of the classes in an order that does not depend on their names. */
  static List<ClassScores> values(EvaluationReport report) {
    return report.perClass().values().stream()
        .sorted(
            Comparator.comparingInt(ClassScores::support)
                .thenComparingDouble(ClassScores::precision)
                .thenComparingDouble(ClassScores::recall))
        .toList();
  }

  private static String evidence(
      TestedModel model, Map<String, ClassScores> stored, Map<String, ClassScores> computed) {
    Map<String, String> origins = new TreeMap<>();
    stored.forEach(
        (name, scores) -> {
          if (!scores.equals(computed.get(name))) {
            origins.put(
                name, "(%d clips) is %s".formatted(scores.support(), bearers(scores, computed)));
          }
        });
    String counts =
        model
            .split()
            .map(split -> "; the test part has " + Listing.of(split.perClass(SplitPart.TEST)))
            .orElse("");
    return "by the predictions, " + Listing.of(origins) + counts;
  }

  private static List<String> bearers(ClassScores scores, Map<String, ClassScores> computed) {
    return computed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(scores))
        .map(Map.Entry::getKey)
        .toList();
  }
}
