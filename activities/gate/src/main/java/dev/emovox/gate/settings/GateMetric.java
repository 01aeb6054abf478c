package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import dev.emovox.evaluation.PairedDifferences;

/** A score that a gate can ask for. */
public enum GateMetric {
  /** Share of clips that are right. */
  @JsonProperty("accuracy")
  ACCURACY("accuracy"),
  /** Mean over classes of the share of the class's clips that are right. */
  @JsonProperty("unweighted_average_recall")
  UNWEIGHTED_AVERAGE_RECALL("unweighted average recall"),
  /** F1 averaged over clips' classes. */
  @JsonProperty("weighted_f1")
  WEIGHTED_F1("weighted F1"),
  /** F1 averaged over classes. */
  @JsonProperty("macro_f1")
  MACRO_F1("macro F1");

  private final String words;

  GateMetric(String words) {
    this.words = words;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  /** Its value among the scores of a test. */
  public Estimate of(Scores scores) {
    return switch (this) {
      case ACCURACY -> scores.accuracy();
      case UNWEIGHTED_AVERAGE_RECALL -> scores.unweightedAverageRecall();
      case WEIGHTED_F1 -> scores.weightedF1();
      case MACRO_F1 -> scores.macroF1();
    };
  }

  /** Its value among the differences of two tests. */
  public Estimate of(PairedDifferences differences) {
    return switch (this) {
      case ACCURACY -> differences.accuracy();
      case UNWEIGHTED_AVERAGE_RECALL -> differences.unweightedAverageRecall();
      case WEIGHTED_F1 -> differences.weightedF1();
      case MACRO_F1 -> differences.macroF1();
    };
  }
}
