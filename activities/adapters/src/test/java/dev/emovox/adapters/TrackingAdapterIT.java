package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureMapRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs and versions in a real MLflow, told of more than once. */
@TestInstance(Lifecycle.PER_CLASS)
class TrackingAdapterIT {
  private SmallModel small;
  private ActivitiesUnderTest activities;

  @BeforeAll
  void runEveryActivityOnce(@TempDir Path data) {
    small = new SmallModel(data);
    activities = small.activities;
  }

  @AfterAll
  void stop() {
    small.close();
  }

  @Test
  void aRunIsTrackedOnceHoweverOftenItIsTold() {
    ExperimentPlan plan = small.plan();
    TrackedRun run = activities.tracking().openRun(plan);
    ModelTrackingRequest recording =
        new ModelTrackingRequest(plan, run, small.training(), small.model);
    TrackedRun nested = activities.tracking().recordModel(recording);
    RegistrationRequest registration =
        new RegistrationRequest(plan, nested, small.model.candidate());
    var version = activities.tracking().register(registration);

    assertThat(activities.tracking().openRun(plan)).isEqualTo(run);
    assertThat(activities.tracking().recordModel(recording)).isEqualTo(nested);
    assertThat(activities.tracking().register(registration)).isEqualTo(version);
    activities.tracking().closeRun(run, small.finished(plan, run));

    assertThat(new ModelRegistry(activities.mlflow()).versions("emovox-adapters")).hasSize(1);
    try (MlflowTracking mlflow = new MlflowTracking(activities.mlflow())) {
      RunRecord record = mlflow.run(run.runId());
      assertThat(record.status()).isEqualTo("KILLED");
      assertThat(record.tags()).containsEntry("emovox.state", "cancelled");
      assertThat(mlflow.run(nested.runId()).metrics())
          .containsEntry("accuracy", small.model.evaluation().overall().accuracy().value());
    }
  }

  @Test
  void theReportOfARunThatWentWellIsInTheRun() throws IOException {
    ExperimentPlan plan = small.plan();
    TrackedRun run = activities.tracking().openRun(plan);

    activities.tracking().closeRun(run, small.ended(plan, run, RunState.DONE));
    activities.tracking().closeRun(run, small.ended(plan, run, RunState.DONE));

    String page = artifact(run, "report.html");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("Models on the test part of", "Calibration on the test parts", plan.runId())
        .doesNotContain("<audio", "can&#39;t be read");
    assertThat(artifact(run, "report.json"))
        .contains("\"expected_calibration_error\"", small.manifest().digest().toString());
    try (MlflowTracking mlflow = new MlflowTracking(activities.mlflow())) {
      assertThat(mlflow.run(run.runId()).status()).isEqualTo("FINISHED");
    }
  }

  private String artifact(TrackedRun run, String path) throws IOException {
    URI file =
        URI.create(
            "%s/api/2.0/mlflow-artifacts/artifacts/%s/%s/artifacts/%s"
                .formatted(activities.mlflow().url(), run.experimentId(), run.runId(), path));
    try (InputStream in = file.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void mapsOfFeaturesAreDrawnOnceAndAreInTheRun() throws IOException {
    ExperimentPlan plan = small.plan();
    TrackedRun run = activities.tracking().openRun(plan);
    FeatureMapRequest request =
        new FeatureMapRequest(run, "paper", small.features.output("features"), plan.seed());

    StageResult maps = activities.maps().drawMaps(request);

    assertThat(maps.cache()).isEqualTo(CacheUse.MISS);
    assertThat(maps.outputs())
        .extracting(output -> output.name())
        .containsExactly(
            "pca-corpus",
            "pca-emotion",
            "pca-speaker",
            "tsne-corpus",
            "tsne-emotion",
            "tsne-speaker",
            "maps");
    assertThat(activities.maps().drawMaps(request).cache()).isEqualTo(CacheUse.HIT);
    assertThat(Digest.of(artifact(run, "features/paper/tsne-speaker.svg")))
        .isEqualTo(maps.output("tsne-speaker").digest());
  }

  @Test
  void aTableOfWhichNoMapCanBeMadeSaysWhy() {
    FeatureRange one = new FeatureRange(small.manifest(), FeatureSettings.paper(), 0, 1);
    ArtifactRef table = activities.features().extract(one).output("features");
    TrackedRun run = activities.tracking().openRun(small.plan());

    StageResult maps = activities.maps().drawMaps(new FeatureMapRequest(run, "paper", table, 1));

    assertThat(maps.outputs()).extracting(output -> output.name()).containsExactly("maps");
  }
}
