package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.Digest;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed in the middle of feature extraction change nothing in the result. */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
  private static final int CLIPS_PER_SHARD = 6;

  private Stack.Running stack;
  private Path folder;
  private Path data;
  private Map<String, List<Digest>> undisturbed;

  @BeforeAll
  void runUndisturbed(Stack.Running running, @TempDir Path scratch) {
    stack = running;
    folder = scratch;
    data = scratch.resolve("data");
    SmallExperiment.speech(data);
    Endpoints endpoints = stack.withBucket("undisturbed");
    try (InProcessWorker worker = InProcessWorker.start(endpoints);
        Runs runs = new Runs(endpoints.temporal())) {
      undisturbed = digests(runs.result(runs.start(plan("crash-undisturbed"))));
    }
  }

  @Test
  void aKilledWorkerIsReplacedAndTheRunEndsTheSame() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("killed");
    try (WorkerJvm first = WorkerJvm.start(endpoints, folder.resolve("first.log"));
        Runs runs = new Runs(endpoints.temporal())) {
      WorkflowStub run = runs.start(plan("crash-killed"));
      runs.await(run, CrashIT::isAmidFeatures);
      first.kill();

      try (WorkerJvm second = WorkerJvm.start(endpoints, folder.resolve("second.log"))) {
        verify(endpoints, runs.result(run));
        assertThat(second.stop()).isEqualTo(143);
        assertThat(second.log()).contains("Stopped");
      }
    }
  }

  @Test
  void oneOfTwoWorkersIsKilledAndTheOtherFinishes() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("shared");
    try (WorkerJvm one = WorkerJvm.start(endpoints, folder.resolve("one.log"));
        WorkerJvm other = WorkerJvm.start(endpoints, folder.resolve("other.log"));
        Runs runs = new Runs(endpoints.temporal())) {
      one.awaitReady();
      other.awaitReady();
      WorkflowStub run = runs.start(plan("crash-shared"));
      runs.await(run, CrashIT::isAmidFeatures);
      one.kill();

      verify(endpoints, runs.result(run));
      assertThat(one.log()).contains("Extract");
      assertThat(other.log()).contains("Extract");
    }
  }

  private void verify(Endpoints endpoints, RunStatus status) {
    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(digests(status)).isEqualTo(undisturbed);
    assertThat(new MlflowCounts(endpoints.mlflow()).runsOf(status.trackedRun(), status.id()))
        .isEqualTo(1 + status.models().size());
    assertThat(new MlflowCounts(endpoints.mlflow()).versionsOf(status.registered())).isEqualTo(1);
  }

  private ExperimentPlan plan(String runId) {
    return SmallExperiment.plan(runId, data, CLIPS_PER_SHARD);
  }

  private static boolean isAmidFeatures(RunStatus status) {
    return status.stages().stream()
        .filter(stage -> stage.name().equals("features"))
        .anyMatch(stage -> stage.done() > 2 * CLIPS_PER_SHARD && stage.done() < stage.total());
  }

  /** Digests alone: the addresses name the bucket. */
  private static Map<String, List<Digest>> digests(RunStatus status) {
    return status.stages().stream()
        .collect(
            Collectors.toMap(
                StageStatus::name,
                stage ->
                    stage.outputs().stream().map(output -> output.artifact().digest()).toList()));
  }
}
