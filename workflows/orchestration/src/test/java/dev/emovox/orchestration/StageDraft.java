package dev.emovox.orchestration;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.Optional;
import java.util.function.Consumer;

/** A stage that a test changes here and there. */
final class StageDraft {
  int epochs = 3;
  TrainingStage.Resume resume = TrainingStage.Resume.WEIGHTS;
  BatchSettings batches = new BatchSettings(8, 120, 1, true);
  OptimiserSettings optimiser =
      new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1);
  LossSettings loss = new LossSettings(0, LossSettings.ClassWeights.EQUAL);
  FreezingSettings freezing = new FreezingSettings(true, 0);
  AugmentationSettings augmentation = new AugmentationSettings(0, 0, 0, 0);
  EpochSelection selection = new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL);
  Optional<EarlyStopping> earlyStopping = Optional.empty();
  private final String name;

  private StageDraft(String name) {
    this.name = name;
  }

  /** A good stage with a change. */
  static TrainingStage stage(String name, Consumer<StageDraft> change) {
    StageDraft draft = new StageDraft(name);
    change.accept(draft);
    return draft.build();
  }

  private TrainingStage build() {
    return new TrainingStage(
        name,
        epochs,
        resume,
        batches,
        optimiser,
        loss,
        freezing,
        TrainingStage.Precision.FLOAT32,
        false,
        augmentation,
        selection,
        earlyStopping);
  }
}
