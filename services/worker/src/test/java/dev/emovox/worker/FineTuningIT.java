package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.records.RunArchive;
import dev.emovox.settings.Endpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A network, trained in two stages from nothing to a registered version, on real servers. */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class FineTuningIT {
  private static final int EPOCHS = 3;

  private Endpoints endpoints;
  private Path folder;
  private RunStatus first;

  @BeforeAll
  void train(Stack.Running stack, @TempDir Path scratch) {
    folder = scratch;
    endpoints = stack.withBucket("fine-tuning");
    SmallExperiment.speech(scratch.resolve("data"));
    first = run("fine-tuning-first");
  }

  @Test
  void theRecordInS3TellsWhatTheWorkflowTold() {
    try (S3Connection connection = new S3Connection(endpoints.s3())) {
      var record = new RunArchive(connection).find(first.id()).orElseThrow();
      assertThat(record.status()).contains(first);
      assertThat(record.plan().experiment()).isEqualTo(first.experiment());
    }
  }

  @Test
  void everyEpochIsScoredAndEachStageGoesOnFromTheOneBefore() {
    NetworkStatus network = first.networks().get(0);
    assertThat(network.state()).isEqualTo(RunState.DONE);
    assertThat(network.stages()).extracting("name").containsExactly("stage-1", "stage-2");
    assertThat(network.stages().get(0).epochs()).hasSize(EPOCHS);
    assertThat(network.stages().get(1).epochs()).hasSize(SmallNetwork.SECOND_EPOCHS);
    assertThat(network.stages())
        .allSatisfy(stage -> assertThat(stage.selectedEpoch()).isPositive());
    assertThat(network.stages().get(0).epochs())
        .extracting(EpochOutcome::trainingLoss)
        .allSatisfy(loss -> assertThat(loss).isFinite().isPositive());
    assertThat(network.evaluation().overall().clips()).isPositive();
  }

  @Test
  void theTreeInMlflowReadsLikeTheExperiment() {
    TrackedTree tree = new TrackedTree(endpoints.mlflow());
    List<TrackedTree.Node> networks = tree.inside(first.trackedRun(), first.trackedRun().runId());
    assertThat(networks).extracting(TrackedTree.Node::name).containsExactly("tiny on random");
    List<TrackedTree.Node> stages = tree.inside(first.trackedRun(), networks.get(0).id());
    assertThat(stages).extracting(TrackedTree.Node::name).containsExactly("stage-1", "stage-2");
    assertThat(stages)
        .allSatisfy(
            stage ->
                assertThat(stage.points())
                    .containsKeys("train_loss", "learning_rate", "validation_loss"));
    assertThat(stages.get(0).points().get("validation_loss"))
        .extracting(TrackedTree.Point::step)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void theSameAgainTrainsNothingAndMakesNoSecondVersion() {
    RunStatus again = run("fine-tuning-again");
    assertThat(again.stages())
        .filteredOn(stage -> stage.cache() != CacheUse.HIT)
        .extracting("name")
        .containsExactly("registration");
    assertThat(again.registered()).isEqualTo(first.registered());
    assertThat(again.networks().get(0).modelPackage().outputs())
        .isEqualTo(first.networks().get(0).modelPackage().outputs());
  }

  private RunStatus run(String runId) {
    Map<String, String> environment =
        Map.of("EMOVOX_THREADS", "1", "EMOVOX_CACHE_DIR", folder.resolve("cache").toString());
    try (WorkerJvm worker =
            WorkerJvm.start(endpoints, folder.resolve(runId + ".log"), environment);
        Runs runs = new Runs(endpoints.temporal())) {
      ExperimentPlan plan = SmallExperiment.plan(runId, folder.resolve("data"), 100);
      RunStatus status = runs.result(runs.start(SmallNetwork.plan(plan, EPOCHS)));
      assertThat(status.state()).isEqualTo(RunState.DONE);
      return status;
    }
  }
}
