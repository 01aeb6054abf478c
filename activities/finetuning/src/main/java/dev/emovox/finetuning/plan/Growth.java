package dev.emovox.finetuning.plan;

import dev.emovox.domain.AugmentationSettings;

/**
 * How long clips may become by augmentation.
 *
 * @param factor on a clip's length, 1 or more
 * @param added samples added to that, 0 or more
 */
public record Growth(double factor, long added) {
  /** Clips that stay as long as they are. */
  public static final Growth NONE = new Growth(1, 0);

  public Growth {
    if (!(factor >= 1) || added < 0) {
      throw new IllegalArgumentException("augmentation makes no clip shorter: " + factor);
    }
  }

  /** The most that an augmentation makes of clips. */
  static Growth of(AugmentationSettings augmentation, int samplingRate) {
    if (!(augmentation.probability() > 0)) {
      return NONE;
    }
    double slowest = 1 - Math.min(augmentation.speed(), AugmentationSettings.MOST_SPEED);
    return new Growth(1 / slowest, (long) Math.ceil(augmentation.shiftSeconds() * samplingRate));
  }

  /** The most samples that a clip of so many may have. */
  long samples(long recorded) {
    return (long) Math.ceil(recorded * factor) + added;
  }
}
