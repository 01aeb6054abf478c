package dev.emovox.finetuning.plan;

import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.InvalidInputException;

/**
 * How clips become batches and steps, in samples instead of seconds.
 *
 * @param mostClips in one forward pass
 * @param mostSamples in one forward pass, a single longer clip excepted
 * @param growth what augmentation may make of a clip's length before it is used
 * @param accumulation forward passes in one step
 * @param bucketing whether clips of similar length share a batch
 */
public record BatchRule(
    int mostClips, long mostSamples, Growth growth, int accumulation, boolean bucketing) {

  public BatchRule {
    if (mostClips < 1 || mostSamples < 1 || accumulation < 1) {
      throw new InvalidInputException(
          "batches: clips (%d) and accumulation (%d) must be 1 or more, and seconds above 0."
              .formatted(mostClips, accumulation));
    }
  }

  /**
   * The rule of a stage.
   *
   * @param samplingRate of the network, in hertz
   */
  public static BatchRule of(BatchSettings settings, int samplingRate, Growth growth) {
    return new BatchRule(
        settings.clips(),
        (long) (settings.seconds() * samplingRate),
        growth,
        settings.accumulation(),
        settings.bucketing());
  }

  /** The samples that a clip counts for. */
  long samples(TrainingClip clip) {
    return growth.samples(clip.samples());
  }
}
