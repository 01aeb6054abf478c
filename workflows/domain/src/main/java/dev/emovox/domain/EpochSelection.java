package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The rule by which a stage ends with one of its epochs; {@code policy} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EpochSelection.Best.class, name = "best"),
  @JsonSubTypes.Type(value = EpochSelection.Last.class, name = "last"),
  @JsonSubTypes.Type(value = EpochSelection.Chosen.class, name = "epoch")
})
public sealed interface EpochSelection {

  /**
   * The epoch with the best validation score; of equals the one with the lower loss, then the
   * earlier.
   *
   * @param metric what is compared
   */
  record Best(@JsonProperty(defaultValue = "unweighted_average_recall") ValidationMetric metric)
      implements EpochSelection {}

  /** The last epoch. */
  record Last() implements EpochSelection {}

  /**
   * One epoch by hand, which is recorded as an override of the rule. The stage is not stopped early
   * before it.
   *
   * @param epoch from 1
   * @param reason why
   */
  record Chosen(int epoch, String reason) implements EpochSelection {}
}
