package dev.emovox.finetuning.plan;

import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.InvalidInputException;

/**
 * How clips become batches and steps, in samples instead of seconds.
 *
 * @param mostClips in one forward pass
 * @param mostSamples in one forward pass, a single longer clip excepted
 * @param samplesPerClip what each clip may become longer by before it is used
 * @param accumulation forward passes in one step
 * @param bucketing whether clips of similar length share a batch
 */
public record BatchRule(
    int mostClips, long mostSamples, long samplesPerClip, int accumulation, boolean bucketing) {

  public BatchRule {
    if (mostClips < 1 || mostSamples < 1 || samplesPerClip < 0 || accumulation < 1) {
      throw new InvalidInputException(
          "batches: clips (%d) and accumulation (%d) must be 1 or more, and seconds above 0."
              .formatted(mostClips, accumulation));
    }
  }

  /**
   * The rule of a stage.
   *
   * @param samplingRate of the network, in hertz
   * @param longestShift seconds of silence that augmentation may put before a clip
   */
  public static BatchRule of(BatchSettings settings, int samplingRate, double longestShift) {
    return new BatchRule(
        settings.clips(),
        (long) (settings.seconds() * samplingRate),
        (long) Math.ceil(longestShift * samplingRate),
        settings.accumulation(),
        settings.bucketing());
  }

  /** The samples that a clip counts for. */
  long samples(TrainingClip clip) {
    return clip.samples() + samplesPerClip;
  }
}
