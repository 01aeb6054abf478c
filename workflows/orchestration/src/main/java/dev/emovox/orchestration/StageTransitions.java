package dev.emovox.orchestration;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import java.util.List;

/** The states that a stage goes through. Times are epoch milliseconds of the workflow's clock. */
final class StageTransitions {
  private static final double MILLIS_PER_SECOND = 1000;

  private StageTransitions() {}

  /** A stage that begins now. */
  static StageStatus begun(String name, long total, String unit, long now) {
    return new StageStatus(name, RunState.RUNNING, null, 0, total, unit, now, 0, List.of());
  }

  /** The same stage, further on. */
  static StageStatus at(StageStatus stage, long done, long total) {
    return new StageStatus(
        stage.name(),
        stage.state(),
        stage.cache(),
        done,
        total,
        stage.unit(),
        stage.startedAtMillis(),
        stage.seconds(),
        stage.outputs());
  }

  /** The same stage, finished; {@code result} is null if it leaves no artefacts. */
  static StageStatus done(StageStatus stage, StageResult result, long now) {
    List<NamedArtifact> outputs = result == null ? List.of() : result.outputs();
    return new StageStatus(
        stage.name(),
        RunState.DONE,
        result == null ? null : result.cache(),
        stage.total(),
        stage.total(),
        stage.unit(),
        stage.startedAtMillis(),
        seconds(stage, now),
        outputs);
  }

  private static double seconds(StageStatus stage, long now) {
    return (now - stage.startedAtMillis()) / MILLIS_PER_SECOND;
  }
}
