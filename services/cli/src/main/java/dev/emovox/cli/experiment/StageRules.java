package dev.emovox.cli.experiment;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;

/** The ranges of a training stage's settings. */
final class StageRules {
  private final Requirements require;

  StageRules(Requirements require) {
    this.require = require;
  }

  void check(String path, TrainingStage stage) {
    require.name(path + ".name", stage.name());
    require.atLeast(1, path + ".epochs", stage.epochs());
    check(path + ".batches", stage.batches());
    check(path + ".optimiser", stage.optimiser());
    check(path + ".loss", stage.loss());
    check(path + ".augmentation", stage.augmentation());
    require.atLeast(0, path + ".freezing.lowest_layers", stage.freezing().lowestLayers());
    require.that(
        stage.precision() == Precision.FLOAT32,
        path + ".precision",
        "is bfloat16, which this version can't compute yet, on the processor or on a card. Leave it out: float32 is the default.");
    check(path, stage.selection(), stage.epochs());
    stage
        .earlyStopping()
        .ifPresent(rule -> require.atLeast(1, path + ".early_stopping.patience", rule.patience()));
  }

  private void check(String path, BatchSettings batches) {
    require.atLeast(1, path + ".clips", batches.clips());
    require.positive(path + ".seconds", batches.seconds());
    require.atLeast(1, path + ".accumulation", batches.accumulation());
  }

  private void check(String path, OptimiserSettings optimiser) {
    require.positive(path + ".learning_rate", optimiser.learningRate());
    require.notNegative(path + ".weight_decay", optimiser.weightDecay());
    require.notNegative(path + ".clip_norm", optimiser.clipNorm());
    require.share(path + ".warm_up", optimiser.warmUp());
    require.positive(path + ".head_factor", optimiser.headFactor());
    require.positive(path + ".layer_decay", optimiser.layerDecay());
    require.share(path + ".layer_decay", optimiser.layerDecay());
  }

  private void check(String path, LossSettings loss) {
    require.that(
        loss.labelSmoothing() >= 0 && loss.labelSmoothing() < 1,
        path + ".label_smoothing",
        "must be at least 0 and below 1.");
  }

  private void check(String path, AugmentationSettings augmentation) {
    require.share(path + ".probability", augmentation.probability());
    require.notNegative(path + ".gain_decibels", augmentation.gainDecibels());
    require.notNegative(path + ".noise_decibels", augmentation.noiseDecibels());
    require.notNegative(path + ".shift_seconds", augmentation.shiftSeconds());
    require.that(
        augmentation.speed() >= 0 && augmentation.speed() <= AugmentationSettings.MOST_SPEED,
        path + ".speed",
        "must lie between 0 and %s: 0.1 is for speeds from 0.9 to 1.1."
            .formatted(AugmentationSettings.MOST_SPEED));
    new StepRules(require).check(path + ".steps", augmentation.steps());
  }

  private void check(String path, EpochSelection selection, int epochs) {
    if (selection instanceof EpochSelection.Chosen chosen) {
      require.that(
          chosen.epoch() >= 1 && chosen.epoch() <= epochs,
          path + ".selection.epoch",
          "is %d, but the stage has %d epochs. Choose one of them, or set `epochs` of the stage."
              .formatted(chosen.epoch(), epochs));
      require.that(
          !chosen.reason().isBlank(),
          path + ".selection.reason",
          "is empty. A choice by hand is recorded as an override of the rule; say why it was made.");
    }
  }
}
