package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How silence before and after speech is cut off.
 *
 * @param aboveNoise decibels by which speech is louder than the quietest tenth of a second
 * @param belowPeak decibels by which a frame may be softer than the loudest and still be speech
 * @param keptSeconds of what lies before and after the speech that are kept
 */
public record SpeechTrimming(
    @JsonProperty(defaultValue = "6.0") double aboveNoise,
    @JsonProperty(defaultValue = "40.0") double belowPeak,
    @JsonProperty(defaultValue = "0.1") double keptSeconds) {
  /** No level is further than this from another, in decibels. */
  public static final double MOST_DECIBELS = 100;

  /** Most that can be kept on either side, in seconds. */
  public static final double MOST_SECONDS = 10;

  /** 6 dB above the noise, 40 dB below the peak, and a tenth of a second around it. */
  public static SpeechTrimming standard() {
    return new SpeechTrimming(6, 40, 0.1);
  }
}
