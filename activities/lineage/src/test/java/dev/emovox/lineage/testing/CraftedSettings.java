package dev.emovox.lineage.testing;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.Span;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What crafted runs were asked for. */
final class CraftedSettings {
  private CraftedSettings() {}

  /** A forest that learns from one noisy copy of each training clip, and from the clip. */
  static BaselineSettings forestWithCopies() {
    OfflineAugmentation noisy =
        new OfflineAugmentation("noisy", 1, List.of(new AugmentationStep.Gain(Span.of(3), 1)));
    return new BaselineSettings.RandomForest("forest", 10, 1, Optional.empty(), Optional.of(noisy));
  }

  /** A network that learns in such stages. */
  static FineTuningSettings network(String name, String... stages) {
    return new FineTuningSettings(
        name,
        new StartingPoint.Scratch("{}"),
        Optional.of(0.2),
        15,
        Stream.of(stages).map(CraftedSettings::stage).toList());
  }

  private static TrainingStage stage(String name) {
    return new TrainingStage(
        name,
        3,
        TrainingStage.Resume.WEIGHTS,
        new BatchSettings(4, 60, 1, true),
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
        new LossSettings(0, LossSettings.ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        TrainingStage.Precision.FLOAT32,
        false,
        new AugmentationSettings(0, 0, 0, 0),
        new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL),
        Optional.empty());
  }
}
