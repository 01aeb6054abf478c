package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a clip can be described by besides MFCC, chroma and spectral contrast. */
public enum Descriptor {
  /** Share of neighbouring samples of different sign, by frame. */
  @JsonProperty("zero-crossing-rate")
  ZERO_CROSSING_RATE,
  /** Root mean square of the samples, by frame. */
  @JsonProperty("energy")
  ENERGY,
  /** Hertz, of voiced frames, and which share of frames is voiced. */
  @JsonProperty("fundamental-frequency")
  FUNDAMENTAL_FREQUENCY,
  /** How much periods of the voice differ from the ones before, of their mean. */
  @JsonProperty("jitter")
  JITTER,
  /** How much amplitudes of periods differ from the ones before, of their mean. */
  @JsonProperty("shimmer")
  SHIMMER,
  /** How often sound sets in a second, about the rate of syllables. */
  @JsonProperty("onset-rate")
  ONSET_RATE
}
