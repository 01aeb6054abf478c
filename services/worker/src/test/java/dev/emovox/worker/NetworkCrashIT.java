package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import dev.emovox.local.Server;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens while a network is trained, also while a checkpoint is uploaded, changes nothing
 * in what the run comes to. {@code -Demovox.kills=20} kills workers more often than the usual
 * handful, {@code -Demovox.kills.seed=N} at other moments; {@code -Demovox.outage.seconds=60} keeps
 * each server away for longer.
 */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class NetworkCrashIT {
  private static final int KILLS = Integer.getInteger("emovox.kills", 4);
  private static final long SEED = Long.getLong("emovox.kills.seed", System.nanoTime());
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("emovox.outage.seconds", 5));

  /** From the moment when a worker has something to do to its end. */
  private static final int LONGEST_LIFE_MILLIS = 3000;

  /** Enough for the run not to be over before the last kill. */
  private static final int EPOCHS = 3 + KILLS;

  private Stack.Running stack;
  private Path folder;
  private NetworkRun undisturbed;

  @BeforeAll
  void runUndisturbed(Stack.Running running, @TempDir Path scratch) {
    stack = running;
    folder = scratch;
    SmallExperiment.speech(scratch.resolve("data"));
    Endpoints endpoints = stack.withBucket("network-undisturbed");
    try (WorkerJvm worker = worker(endpoints, "undisturbed");
        Runs runs = new Runs(endpoints.temporal())) {
      RunStatus status = runs.result(runs.start(plan("network-undisturbed")));
      undisturbed = NetworkRun.of(status, endpoints);
    }
  }

  @Test
  void workersKilledAtRandomMomentsAreReplaced() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("network-killed");
    Random random = new Random(SEED);
    try (Runs runs = new Runs(endpoints.temporal())) {
      WorkflowStub run = runs.start(plan("network-killed"));
      for (int kill = 0; kill < KILLS; kill++) {
        try (WorkerJvm worker = worker(endpoints, "killed-" + kill)) {
          runs.awaitActivity(run, worker.started());
          live(run, random.nextInt(LONGEST_LIFE_MILLIS));
          worker.kill();
        }
      }
      try (WorkerJvm worker = worker(endpoints, "last")) {
        verify(runs.result(run), endpoints);
      }
    }
  }

  @Test
  void serversThatGoAwayInTurnAreWaitedFor() throws InterruptedException {
    Endpoints endpoints = stack.withBucket("network-outage");
    try (WorkerJvm worker = worker(endpoints, "outage");
        Runs runs = new Runs(endpoints.temporal())) {
      WorkflowStub run = runs.start(plan("network-outage"));
      int epochs = 0;
      for (Server server : List.of(Server.MLFLOW, Server.S3_SEAWEEDFS, Server.TEMPORAL)) {
        int wanted = ++epochs;
        runs.await(run, status -> epochs(status) >= wanted);
        stack.servers().kill(server);
        Thread.sleep(OUTAGE.toMillis());
        stack.servers().restart(server);
      }
      verify(runs.result(run), endpoints);
    }
  }

  private void verify(RunStatus status, Endpoints endpoints) {
    assertThat(NetworkRun.of(status, endpoints))
        .as("with the moments of seed %d", SEED)
        .usingRecursiveComparison()
        .isEqualTo(undisturbed);
  }

  /** Lets a worker live for a while, and fails if the run needs no longer. */
  private static void live(WorkflowStub run, long millis) throws InterruptedException {
    CompletableFuture<RunStatus> result = run.getResultAsync(RunStatus.class);
    try {
      result.get(millis, TimeUnit.MILLISECONDS);
      throw new AssertionError("The run was over before the worker was killed often enough.");
    } catch (TimeoutException e) {
      result.cancel(true);
    } catch (ExecutionException e) {
      throw new AssertionError("The run failed.", e);
    }
  }

  private static int epochs(RunStatus status) {
    return status.networks().stream()
        .flatMap(network -> network.stages().stream())
        .mapToInt(stage -> stage.epochs().size())
        .sum();
  }

  private WorkerJvm worker(Endpoints endpoints, String name) {
    Map<String, String> environment =
        Map.of(
            "EMOVOX_THREADS", "1",
            "EMOVOX_CHECKPOINT_SECONDS", "0",
            "EMOVOX_CACHE_DIR", folder.resolve("cache").toString());
    return WorkerJvm.start(endpoints, folder.resolve(name + ".log"), environment);
  }

  private ExperimentPlan plan(String runId) {
    ExperimentPlan plan = SmallExperiment.plan(runId, folder.resolve("data"), 100);
    return SmallNetwork.plan(plan, EPOCHS);
  }
}
