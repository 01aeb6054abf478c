package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What is done to a training clip, drawn anew from clip, epoch and seed each time it is used: the
 * single settings first, then the steps. Each is drawn of its own, and neither needs the other.
 *
 * @param probability share of clips to which the single settings are applied
 * @param gainDecibels the level is changed by at most this much, up or down
 * @param noiseDecibels white noise is added at a signal-to-noise ratio of at least this; none if 0
 * @param shiftSeconds the clip begins at most this much later, with silence before it
 * @param speed the clip is played faster or slower by at most this share, its pitch with it: 0.1
 *     for speeds from 0.9 to 1.1; as recorded if 0
 * @param steps a pipeline that every clip goes through, each step with a probability of its own
 * @param preset name of a file of {@code configs/augmentations} whose steps come before these; a
 *     plan has the steps themselves instead
 */
public record AugmentationSettings(
    @JsonProperty(defaultValue = "0.0") double probability,
    @JsonProperty(defaultValue = "0.0") double gainDecibels,
    @JsonProperty(defaultValue = "0.0") double noiseDecibels,
    @JsonProperty(defaultValue = "0.0") double shiftSeconds,
    // Left out if 0, so that records, and digests of records, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonProperty(defaultValue = "0.0") double speed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty(defaultValue = "[]")
        List<AugmentationStep> steps,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> preset) {

  /** Most that speed may change: a clip is twice as long at half its speed. */
  public static final double MOST_SPEED = 0.5;

  public AugmentationSettings {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** The single settings, and steps. */
  public AugmentationSettings(
      double probability,
      double gainDecibels,
      double noiseDecibels,
      double shiftSeconds,
      double speed,
      List<AugmentationStep> steps) {
    this(probability, gainDecibels, noiseDecibels, shiftSeconds, speed, steps, Optional.empty());
  }

  /** The single settings alone. */
  public AugmentationSettings(
      double probability,
      double gainDecibels,
      double noiseDecibels,
      double shiftSeconds,
      double speed) {
    this(probability, gainDecibels, noiseDecibels, shiftSeconds, speed, List.of());
  }

  /** Clips at the speed at which they were recorded. */
  public AugmentationSettings(
      double probability, double gainDecibels, double noiseDecibels, double shiftSeconds) {
    this(probability, gainDecibels, noiseDecibels, shiftSeconds, 0);
  }

  /** These settings with other steps, and no preset. */
  public AugmentationSettings withSteps(List<AugmentationStep> others) {
    return new AugmentationSettings(
        probability, gainDecibels, noiseDecibels, shiftSeconds, speed, others);
  }
}
