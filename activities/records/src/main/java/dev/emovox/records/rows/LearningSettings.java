package dev.emovox.records.rows;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;

/**
 * The settings of a stage that its epochs' numbers depend on. Which epoch is selected, when to stop
 * early and what was taken over from the stage before are not among them, so epochs are found again
 * when only these change.
 *
 * @param stage its name, which its records carry
 * @param epochs over which learning rates are scheduled
 * @param batches how clips become steps
 * @param optimiser how steps change weights
 * @param loss what is made smaller
 * @param freezing which weights stay as they are
 * @param precision in which numbers the device computes
 * @param gradientCheckpointing whether layers are computed again in the backward pass
 * @param augmentation what is done to training clips
 */
public record LearningSettings(
    String stage,
    int epochs,
    BatchSettings batches,
    OptimiserSettings optimiser,
    LossSettings loss,
    FreezingSettings freezing,
    Precision precision,
    boolean gradientCheckpointing,
    AugmentationSettings augmentation) {

  /** Those of a stage. */
  public static LearningSettings of(TrainingStage stage) {
    return new LearningSettings(
        stage.name(),
        stage.epochs(),
        stage.batches(),
        stage.optimiser(),
        stage.loss(),
        stage.freezing(),
        stage.precision(),
        stage.gradientCheckpointing(),
        stage.augmentation());
  }
}
