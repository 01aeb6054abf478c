package dev.emovox.finetuning.plan;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;

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
    Growth growth = NONE;
    if (augmentation.probability() > 0) {
      growth =
          growth
              .slowed(1 - Math.min(augmentation.speed(), AugmentationSettings.MOST_SPEED))
              .delayed(augmentation.shiftSeconds() * samplingRate);
    }
    for (AugmentationStep step : augmentation.steps()) {
      growth = growth.after(step, samplingRate);
    }
    return growth;
  }

  private Growth after(AugmentationStep step, int samplingRate) {
    if (step instanceof AugmentationStep.Speed speed) {
      return slowed(speed.factor().least());
    }
    if (step instanceof AugmentationStep.TimeStretch stretch) {
      return slowed(stretch.rate().least());
    }
    return step instanceof AugmentationStep.Shift shift
        ? delayed(shift.seconds().most() * samplingRate)
        : this;
  }

  private Growth slowed(double slowest) {
    return slowest < 1 ? new Growth(factor / slowest, (long) Math.ceil(added / slowest)) : this;
  }

  private Growth delayed(double samples) {
    return new Growth(factor, added + (long) Math.ceil(samples));
  }

  /** The most samples that a clip of so many may have. */
  long samples(long recorded) {
    return (long) Math.ceil(recorded * factor) + added;
  }
}
