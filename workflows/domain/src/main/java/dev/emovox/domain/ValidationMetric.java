package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is measured on the validation part after each epoch. */
public enum ValidationMetric {
  /** Mean cross-entropy; the lower the better. */
  @JsonProperty("loss")
  LOSS,
  /** Share of clips that are right. */
  @JsonProperty("accuracy")
  ACCURACY,
  /** Mean over classes of the share of the class's clips that are right. */
  @JsonProperty("unweighted_average_recall")
  UNWEIGHTED_AVERAGE_RECALL,
  /** F1 averaged over clips' classes. */
  @JsonProperty("weighted_f1")
  WEIGHTED_F1,
  /** F1 averaged over classes. */
  @JsonProperty("macro_f1")
  MACRO_F1;

  /**
   * The scores' value as a number of which more is better. A value that is not a number, as after a
   * training that diverged, is worse than any other.
   */
  public double goodness(ValidationScores scores) {
    double value = this == LOSS ? -scores.loss() : scores.value(this);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}
