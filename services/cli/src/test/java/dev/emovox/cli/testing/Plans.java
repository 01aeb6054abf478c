package dev.emovox.cli.testing;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import java.util.List;
import java.util.Optional;

/** What runs were started with. */
public final class Plans {
  private Plans() {}

  /** The plan of a run of another version of this program, whose record can't be read. */
  public static ExperimentPlan unknown(String runId) {
    return recorded(runId, "something: else");
  }

  /** The plan of a run with a certain record. */
  public static ExperimentPlan recorded(String runId, String configuration) {
    return plan(runId, configuration, List.of());
  }

  /** The plan of a run with a network of one stage. */
  public static ExperimentPlan withNetwork(String name, String stage, EpochSelection selection) {
    TrainingStage settings =
        new TrainingStage(
            stage,
            3,
            TrainingStage.Resume.WEIGHTS,
            new BatchSettings(4, 60, 1, true),
            new OptimiserSettings(1e-3, 0, 0, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
            new LossSettings(0, LossSettings.ClassWeights.EQUAL),
            new FreezingSettings(false, 0),
            TrainingStage.Precision.FLOAT32,
            false,
            new AugmentationSettings(0, 0, 0, 0),
            selection,
            Optional.empty());
    FineTuningSettings network =
        new FineTuningSettings(
            name, new StartingPoint.Scratch("{}"), Optional.empty(), 15, List.of(settings));
    return plan("run", "", List.of(network));
  }

  private static ExperimentPlan plan(
      String runId, String configuration, List<FineTuningSettings> networks) {
    return new ExperimentPlan(
        runId,
        "demo",
        1,
        List.of("/data"),
        List.of(),
        List.of(),
        List.of(),
        10,
        List.of(),
        networks,
        new RegistrationPlan("emovox", "random"),
        configuration);
  }
}
