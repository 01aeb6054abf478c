package dev.emovox.orchestration;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import io.temporal.failure.ApplicationFailure;
import java.util.List;

/** Refuses a network's settings that could only fail after hours on a device. */
final class NetworkCheck {
  /** Each epoch is a few dozen events in a history that may have fifty thousand. */
  static final int MOST_EPOCHS = 500;

  private final String where;

  private NetworkCheck(String where) {
    this.where = where;
  }

  /**
   * Checks a network and its stages.
   *
   * @throws ApplicationFailure of type invalid input
   */
  static void verify(FineTuningSettings network) {
    NetworkCheck check = new NetworkCheck("network '" + network.name() + "'");
    List<String> names = network.stages().stream().map(TrainingStage::name).toList();
    check.require(!names.isEmpty(), "no stage");
    check.require(PlanCheck.distinct(names), "two stages of the same name among " + names);
    check.requirePositive("longest clip, in seconds,", network.longestSeconds());
    network.validationShare().ifPresent(share -> check.requireInside("validation share", share));
    PlanCheck.requireNames(names);
    int epochs = network.stages().stream().mapToInt(TrainingStage::epochs).sum();
    check.require(epochs <= MOST_EPOCHS, epochs + " epochs, more than " + MOST_EPOCHS);
    TrainingStage first = network.stages().get(0);
    check.require(
        first.resume() == TrainingStage.Resume.WEIGHTS,
        "a first stage that takes over an optimiser's state, but there is no stage before it");
    network.stages().forEach(stage -> check.stage(stage.name()).verify(stage));
  }

  private NetworkCheck stage(String name) {
    return new NetworkCheck("stage '" + name + "' of " + where);
  }

  private void verify(TrainingStage stage) {
    require(stage.epochs() >= 1, stage.epochs() + " epochs");
    verify(stage.batches());
    verify(stage.optimiser());
    verify(stage.augmentation());
    double smoothing = stage.loss().labelSmoothing();
    require(smoothing >= 0 && smoothing < 1, "a label smoothing of " + smoothing);
    int frozen = stage.freezing().lowestLayers();
    require(frozen >= 0, frozen + " frozen layers");
    verify(stage.selection(), stage.epochs());
    stage
        .earlyStopping()
        .ifPresent(rule -> require(rule.patience() >= 1, "a patience of " + rule.patience()));
  }

  private void verify(BatchSettings batches) {
    require(batches.clips() >= 1, batches.clips() + " clips in a batch");
    requirePositive("longest batch, in seconds,", batches.seconds());
    require(batches.accumulation() >= 1, "an accumulation of " + batches.accumulation());
  }

  private void verify(OptimiserSettings optimiser) {
    requirePositive("learning rate", optimiser.learningRate());
    requireNotNegative("weight decay", optimiser.weightDecay());
    requireNotNegative("clip norm", optimiser.clipNorm());
    requireShare("warm-up", optimiser.warmUp());
    requirePositive("head factor", optimiser.headFactor());
    requirePositive("layer decay", optimiser.layerDecay());
    requireShare("layer decay", optimiser.layerDecay());
  }

  private void verify(AugmentationSettings augmentation) {
    requireShare("augmentation probability", augmentation.probability());
    requireNotNegative("gain", augmentation.gainDecibels());
    requireNotNegative("noise", augmentation.noiseDecibels());
    requireNotNegative("shift", augmentation.shiftSeconds());
    double speed = augmentation.speed();
    require(
        speed >= 0 && speed <= AugmentationSettings.MOST_SPEED, "a change of speed of " + speed);
    for (AugmentationStep step : augmentation.steps()) {
      step.complaint().ifPresent(its -> require(false, "a step " + step.kind() + " whose " + its));
    }
  }

  private void verify(EpochSelection selection, int epochs) {
    if (selection instanceof EpochSelection.Chosen chosen) {
      require(
          chosen.epoch() >= 1 && chosen.epoch() <= epochs,
          "epoch " + chosen.epoch() + " chosen of " + epochs);
      require(!chosen.reason().isBlank(), "an epoch chosen without a reason");
    }
  }

  private void requirePositive(String what, double value) {
    require(value > 0 && Double.isFinite(value), "a " + what + " of " + value);
  }

  private void requireNotNegative(String what, double value) {
    require(value >= 0 && Double.isFinite(value), "a " + what + " of " + value);
  }

  private void requireShare(String what, double value) {
    require(value >= 0 && value <= 1, "a " + what + " of " + value);
  }

  private void requireInside(String what, double value) {
    require(value > 0 && value < 1, "a " + what + " of " + value);
  }

  private void require(boolean holds, String complaint) {
    PlanCheck.require(holds, "has, in " + where + ", " + complaint);
  }
}
