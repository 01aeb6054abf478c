package dev.emovox.orchestration;

import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;

/** Networks for tests. */
final class Networks {
  static final String NAME = "xlsr";
  static final String FIRST = "stage-1";
  static final String SECOND = "stage-2";

  private Networks() {}

  static FineTuningSettings network(TrainingStage... stages) {
    return named(NAME, stages);
  }

  static FineTuningSettings named(String name, TrainingStage... stages) {
    return new FineTuningSettings(
        name, new StartingPoint.Pretrained("owner/name"), Optional.of(0.1), 15, List.of(stages));
  }

  /** A stage that ends with its best epoch. */
  static TrainingStage stage(String name, int epochs) {
    return StageDraft.stage(name, draft -> draft.epochs = epochs);
  }

  /** A stage that ends when an epoch is no better than the best before it. */
  static TrainingStage impatient(String name, int epochs) {
    return StageDraft.stage(
        name,
        draft -> {
          draft.epochs = epochs;
          draft.earlyStopping =
              Optional.of(new EarlyStopping(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL, 1));
        });
  }

  /** A network on its own. */
  static FineTuningRequest request(String runId, FineTuningSettings settings) {
    return new FineTuningRequest(
        settings,
        Plans.RANDOM,
        FakeArtifacts.ref("manifest"),
        FakeArtifacts.ref("split"),
        new LabelSet(List.of("angry", "happy")),
        7,
        Plans.only(Plans.twoByTwo(runId), settings),
        new TrackedRun("1", runId, "http://localhost/" + runId));
  }
}
