package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * AdamW and its schedule.
 *
 * @param learningRate the highest rate
 * @param weightDecay decoupled decay of weights; never of biases and normalisations
 * @param clipNorm norm to which longer gradients are shortened; 0 for never
 * @param schedule how the rate goes on after the warm-up
 * @param warmUp share of the stage's steps in which the rate grows from zero
 * @param headFactor what the classification head's rate is multiplied by
 * @param layerDecay what a layer's rate is multiplied by for each layer above it; 1 for equal rates
 */
public record OptimiserSettings(
    double learningRate,
    @JsonProperty(defaultValue = "0.01") double weightDecay,
    @JsonProperty(defaultValue = "1.0") double clipNorm,
    @JsonProperty(defaultValue = "constant") Schedule schedule,
    @JsonProperty(defaultValue = "0.0") double warmUp,
    @JsonProperty(defaultValue = "1.0") double headFactor,
    @JsonProperty(defaultValue = "1.0") double layerDecay) {

  /** How the learning rate goes on after the warm-up. */
  public enum Schedule {
    /** It stays. */
    @JsonProperty("constant")
    CONSTANT,
    /** In a straight line to zero at the stage's last step. */
    @JsonProperty("linear")
    LINEAR,
    /** Along half a cosine to zero at the stage's last step (Loshchilov and Hutter, 2017). */
    @JsonProperty("cosine")
    COSINE
  }
}
