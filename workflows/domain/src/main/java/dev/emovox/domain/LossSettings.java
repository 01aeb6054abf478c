package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Cross-entropy.
 *
 * @param labelSmoothing share of each target that is spread over all classes
 * @param classWeights how much each class counts
 */
public record LossSettings(
    @JsonProperty(defaultValue = "0.0") double labelSmoothing,
    @JsonProperty(defaultValue = "equal") ClassWeights classWeights) {

  /** How much a clip of each class counts. */
  public enum ClassWeights {
    /** All alike. */
    @JsonProperty("equal")
    EQUAL,
    /** Inversely to the number of training clips of the class. */
    @JsonProperty("balanced")
    BALANCED
  }
}
