package dev.emovox.finetuning.plan;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;

/**
 * What learning rates are multiplied by in each step of a stage: in a straight line up to 1 during
 * the warm-up, then as {@link Schedule} says. Numbers are those of transformers' schedules.
 *
 * @param schedule after the warm-up
 * @param warmUpSteps how many steps the warm-up takes
 * @param steps of the whole stage, early stopping left aside
 */
public record LearningRateSchedule(Schedule schedule, long warmUpSteps, long steps) {

  /**
   * The schedule of a stage.
   *
   * @throws InvalidInputException if the warm-up is no share
   */
  public static LearningRateSchedule of(OptimiserSettings settings, long steps) {
    double share = settings.warmUp();
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidInputException(
          "optimiser.warm_up is %s; it must be a share of the stage's steps from 0 to 1."
              .formatted(share));
    }
    return new LearningRateSchedule(settings.schedule(), (long) Math.ceil(share * steps), steps);
  }

  /** The factor in one step of the stage, from 0. */
  public double factor(long step) {
    if (step < warmUpSteps) {
      return (double) step / warmUpSteps;
    }
    double way = Math.min(1, (step - warmUpSteps) / (double) Math.max(1, steps - warmUpSteps));
    return switch (schedule) {
      case CONSTANT -> 1;
      case LINEAR -> 1 - way;
      case COSINE -> 0.5 * (1 + StrictMath.cos(Math.PI * way));
    };
  }
}
