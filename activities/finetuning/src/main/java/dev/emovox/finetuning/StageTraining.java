package dev.emovox.finetuning;

import dev.emovox.domain.TrainingStage;
import dev.emovox.finetuning.plan.EpochSeed;
import dev.emovox.finetuning.plan.LearningRateSchedule;
import dev.emovox.finetuning.plan.StagePlan;
import dev.emovox.finetuning.plan.TrainingClip;
import java.util.List;

/**
 * A stage with the clips that it trains on.
 *
 * @param settings of the stage
 * @param plan which clips in which step
 * @param schedule learning rates over all of its steps
 */
public record StageTraining(TrainingStage settings, StagePlan plan, LearningRateSchedule schedule) {

  /**
   * A stage.
   *
   * @param clips of the training part, in any order
   * @param samplingRate of the network, in hertz
   * @param first seed of its first epoch
   * @throws dev.emovox.domain.InvalidInputException if a setting is out of range or there are no
   *     clips
   */
  public static StageTraining of(
      TrainingStage settings, List<TrainingClip> clips, int samplingRate, EpochSeed first) {
    StagePlan plan = StagePlan.of(settings, clips, samplingRate, first);
    return new StageTraining(
        settings, plan, LearningRateSchedule.of(settings.optimiser(), plan.steps()));
  }
}
