package dev.emovox.adapters;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.domain.Scores;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scores of a test as the tracking server calls them. */
public final class EvaluationMetrics {
  private EvaluationMetrics() {}

  /**
   * Values by the metric's name: overall, {@code …_CORPUS} for each corpus and {@code recall_CLASS}
   * for each class. What can't be computed, as for a class without clips, is left out.
   */
  public static Map<String, Double> of(EvaluationOutcome evaluation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    addScores(metrics, "", evaluation.overall());
    evaluation.perCorpus().forEach((corpus, scores) -> addScores(metrics, "_" + corpus, scores));
    evaluation
        .perClass()
        .forEach((label, scores) -> metrics.put("recall_" + label, scores.recall()));
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }

  private static void addScores(Map<String, Double> metrics, String suffix, Scores scores) {
    metrics.put("test_clips" + suffix, (double) scores.clips());
    metrics.put("accuracy" + suffix, scores.accuracy().value());
    metrics.put("weighted_f1" + suffix, scores.weightedF1().value());
    metrics.put("macro_f1" + suffix, scores.macroF1().value());
    metrics.put("unweighted_average_recall" + suffix, scores.unweightedAverageRecall().value());
  }
}
