package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.records.RunArchive;
import dev.emovox.report.RunReports;
import dev.emovox.report.data.RunReport;
import dev.emovox.settings.Endpoints;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.RunRecord;
import io.minio.errors.MinioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The small experiment from folders to a registered model, on real servers. */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExperimentIT {
  private static final int CLIPS_PER_SHARD = 20;

  private Endpoints endpoints;
  private InProcessWorker worker;
  private Runs runs;
  private Path data;
  private RunStatus first;

  @BeforeAll
  void runOnce(Stack.Running stack, @TempDir Path folder) {
    data = folder;
    SmallExperiment.speech(data);
    endpoints = stack.withBucket("experiment");
    worker = InProcessWorker.start(endpoints);
    runs = new Runs(endpoints.temporal());
    first = run("small-first");
  }

  @AfterAll
  void stop() {
    runs.close();
    worker.close();
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
  void endsWithFourTestedModelsAndOneRegistered() {
    assertThat(first.state()).isEqualTo(RunState.DONE);
    assertThat(first.models()).hasSize(4);
    assertThat(first.ingestion().rejects()).isZero();
    assertThat(first.ingestion().clips()).isPositive();
    assertThat(first.stages()).extracting(StageStatus::state).containsOnly(RunState.DONE);
    assertThat(stagesWith(first, CacheUse.HIT)).isEmpty();
    assertThat(first.registered().name()).isEqualTo(SmallExperiment.MODEL);
  }

  @Test
  void mlflowHasOneRunWithNestedRunsThatCarryScoresAndDigests() {
    try (MlflowTracking tracking = new MlflowTracking(endpoints.mlflow())) {
      RunRecord parent = tracking.run(first.trackedRun().runId());
      assertThat(parent.status()).isEqualTo("FINISHED");
      assertThat(parent.tags())
          .containsEntry("emovox.run", "small-first")
          .containsEntry(
              "emovox.manifest", first.ingestion().stage().output("manifest").digest().toString());
      String key = "small-first/random/forest";
      RunRecord nested =
          tracking.run(tracking.findRun(SmallExperiment.NAME, key).orElseThrow().runId());
      assertThat(nested.status()).isEqualTo("FINISHED");
      assertThat(nested.metrics()).containsKeys("accuracy", "accuracy_ravdess", "recall_angry");
      assertThat(nested.params()).containsEntry("trees", "20").containsEntry("split", "random");
      assertThat(nested.tags()).containsEntry("mlflow.parentRunId", first.trackedRun().runId());
    }
  }

  @Test
  void theReportIsMadeOfWhatTheRunLeft() {
    try (S3Connection connection = new S3Connection(endpoints.s3())) {
      RunReports reports = new RunReports(new ArtifactStore(connection));
      RunReport report =
          reports.collect(new RunArchive(connection).find("small-first").orElseThrow());

      assertThat(report.models()).hasSize(4).allMatch(model -> model.calibration() != null);
      assertThat(report.models().get(0).overall())
          .isEqualTo(first.models().get(0).evaluation().overall());
      assertThat(report.comparisons()).hasSize(2);
      assertThat(report.maps()).hasSize(6);
      assertThat(report.warnings()).noneMatch(warning -> warning.contains("can't be read"));
      assertThat(reports.page(report, true))
          .isEqualTo(reports.page(report, true))
          .contains("data:audio/wav;base64,UklGR", "Models on the test part of speakers");
      assertThat(new SnakeCaseJson().text(report)).contains("\"expected_calibration_error\"");
    }
  }

  @Test
  void nothingIsDoneTwiceAndNothingRegisteredTwice() {
    RunStatus second = run("small-second");

    assertThat(stagesWith(second, CacheUse.MISS)).isEmpty();
    assertThat(digests(second)).isEqualTo(digests(first));
    assertThat(second.registered()).isEqualTo(first.registered());
    assertThat(new ModelRegistry(endpoints.mlflow()).versions(SmallExperiment.MODEL))
        .filteredOn(version -> version.digest().equals(Optional.of(first.registered().digest())))
        .hasSize(1);
  }

  @Test
  void aDeletedArtefactIsMadeAgainAndNothingElse() throws MinioException {
    ArtifactRef report = Runs.stage(first, "evaluate forest on random").outputs().get(1).artifact();
    new Bucket(endpoints.s3()).delete(report);

    RunStatus again = run("small-after-deletion");

    assertThat(stagesWith(again, CacheUse.MISS)).containsExactly("evaluate forest on random");
    assertThat(digests(again)).isEqualTo(digests(first));
  }

  @Test
  void aDeletedFeatureTableIsPutTogetherFromItsShards() throws MinioException {
    ArtifactRef table = Runs.stage(first, "features").outputs().get(0).artifact();
    new Bucket(endpoints.s3()).delete(table);

    RunStatus again = run("small-after-table");

    assertThat(stagesWith(again, CacheUse.MISS)).containsExactly("features");
    assertThat(digests(again)).isEqualTo(digests(first));
  }

  private RunStatus run(String id) {
    return runs.result(runs.start(SmallExperiment.plan(id, data, CLIPS_PER_SHARD)));
  }

  private static List<String> stagesWith(RunStatus status, CacheUse use) {
    return status.stages().stream()
        .filter(stage -> stage.cache() == use)
        .map(StageStatus::name)
        .toList();
  }

  static Map<String, List<NamedArtifact>> digests(RunStatus status) {
    return status.stages().stream()
        .collect(Collectors.toMap(StageStatus::name, StageStatus::outputs));
  }
}
