package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is asked to stop, and a run that is cancelled, while an epoch is trained. */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class NetworkDrainIT {
  /** Minutes of steps: nothing here waits for its end. */
  private static final int EPOCHS = 100;

  private Stack.Running stack;
  private Path folder;

  @BeforeAll
  void prepare(Stack.Running running, @TempDir Path scratch) {
    stack = running;
    folder = scratch;
    SyntheticCorpora.write(scratch.resolve("data"), 1);
  }

  @Test
  void aWorkerThatStopsLeavesACheckpointAndTheNextGoesOn() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("network-drained");
    try (Runs runs = new Runs(endpoints.temporal())) {
      WorkflowStub run = runs.start(plan("network-drained"));
      try (WorkerJvm worker = worker(endpoints, "drained")) {
        runs.await(run, NetworkDrainIT::trains);
        worker.stop();
        assertThat(worker.log()).contains("leaving a checkpoint").contains("Stopped");
      }
      assertThat(checkpoints(endpoints)).isNotEmpty();
      try (WorkerJvm worker = worker(endpoints, "next")) {
        int epochs = epochs(runs.await(run, status -> true));
        runs.await(run, status -> epochs(status) > epochs);
        assertThat(worker.log()).contains("goes on after step");
        run.terminate("the rest is like the beginning");
      }
    }
  }

  @Test
  void aCancelledRunLeavesACheckpoint() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("network-cancelled");
    try (Runs runs = new Runs(endpoints.temporal());
        WorkerJvm worker = worker(endpoints, "cancelled")) {
      WorkflowStub run = runs.start(plan("network-cancelled"));
      runs.await(run, NetworkDrainIT::trains);

      run.cancel();

      assertThatThrownBy(() -> runs.result(run)).isInstanceOf(WorkflowFailedException.class);
      assertThat(runs.status(run).state()).isEqualTo(RunState.CANCELLED);
      assertThat(worker.log()).contains("leaving a checkpoint");
      assertThat(checkpoints(endpoints)).isNotEmpty();
    }
  }

  /** Whether an epoch is between its first and its last step. */
  private static boolean trains(RunStatus status) {
    return status.networks().stream()
        .flatMap(network -> network.stages().stream())
        .map(NetworkStageStatus::running)
        .anyMatch(epoch -> epoch != null && epoch.clips() > 0);
  }

  private static int epochs(RunStatus status) {
    return status.networks().stream()
        .flatMap(network -> network.stages().stream())
        .mapToInt(stage -> stage.epochs().size())
        .sum();
  }

  private static List<String> checkpoints(Endpoints endpoints) {
    return new Bucket(endpoints.s3())
        .keys().stream().filter(key -> key.startsWith("training/epoch/")).toList();
  }

  /** Checkpoints only when it is asked for one. */
  private WorkerJvm worker(Endpoints endpoints, String name) {
    Map<String, String> environment =
        Map.of(
            "EMOVOX_THREADS", "1",
            "EMOVOX_CHECKPOINT_SECONDS", "100000",
            "EMOVOX_CACHE_DIR", folder.resolve("cache").toString());
    return WorkerJvm.start(endpoints, folder.resolve(name + ".log"), environment);
  }

  /**
   * A clip a step and a network that is not too small, so that an epoch takes much longer than news
   * of its end, which come with a beat.
   */
  private ExperimentPlan plan(String runId) {
    ExperimentPlan plan =
        SmallNetwork.plan(SmallExperiment.plan(runId, folder.resolve("data"), 100), EPOCHS);
    FineTuningSettings network = plan.networks().get(0);
    List<TrainingStage> stages = network.stages().stream().map(NetworkDrainIT::slow).toList();
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits(),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        List.of(
            new FineTuningSettings(
                network.name(),
                new StartingPoint.Scratch(SmallNetwork.wide(240)),
                network.validationShare(),
                network.longestSeconds(),
                stages)),
        plan.registration(),
        plan.configuration());
  }

  private static TrainingStage slow(TrainingStage stage) {
    return new TrainingStage(
        stage.name(),
        stage.epochs(),
        stage.resume(),
        new BatchSettings(1, 10, 1, false),
        stage.optimiser(),
        stage.loss(),
        stage.freezing(),
        stage.precision(),
        stage.gradientCheckpointing(),
        stage.augmentation(),
        stage.selection(),
        stage.earlyStopping());
  }
}
