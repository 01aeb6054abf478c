package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.FeatureMergeRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.Quantity;
import dev.emovox.drift.ReferencePart;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.settings.SnakeCaseJson;
import io.minio.errors.MinioException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every stage on real servers, with what is done twice, deleted or changed in between. */
@TestInstance(Lifecycle.PER_CLASS)
class StagesIT {
  private SmallModel small;
  private ActivitiesUnderTest activities;
  private Vandal vandal;

  @BeforeAll
  void runEveryActivityOnce(@TempDir Path data) {
    small = new SmallModel(data);
    activities = small.activities;
    vandal = new Vandal(activities.s3());
  }

  @AfterAll
  void stop() {
    small.close();
  }

  @Test
  void ingestionFindsWhatItMade() {
    assertThat(small.ingestion.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(small.ingestion.clips()).isEqualTo(96);

    IngestionOutcome again = activities.ingestion().ingest(small.speech);

    assertThat(again.stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.stage().outputs()).isEqualTo(small.ingestion.stage().outputs());
    assertThat(again.labels()).isEqualTo(small.ingestion.labels());
  }

  @Test
  void aClipThatVanishedIsStoredAgain() throws Exception {
    Digest clip = Digest.of(Path.of(small.speech.directories().get(0), "DC", "a01.wav"));
    vandal.deleteClip(clip);

    assertThat(activities.ingestion().ingest(small.speech).stage().cache())
        .isEqualTo(CacheUse.MISS);
    assertThat(activities.ingestion().ingest(small.speech).stage().cache()).isEqualTo(CacheUse.HIT);
  }

  @Test
  void shardsPutTogetherAreTheTableToTheByte() throws MinioException {
    ArtifactRef table = small.features.output("features");
    ArtifactRef first =
        activities.features().extract(small.allClips().rows(0, 50)).output("features");
    ArtifactRef second =
        activities.features().extract(small.allClips().rows(50, 96)).output("features");
    vandal.delete(table);
    assertThat(activities.features().findTable(small.allClips())).isEmpty();

    StageResult merged =
        activities
            .features()
            .merge(new FeatureMergeRequest(small.allClips(), List.of(first, second)));

    assertThat(merged.cache()).isEqualTo(CacheUse.MISS);
    assertThat(merged.output("features")).isEqualTo(table);
    assertThat(activities.features().findTable(small.allClips())).isPresent();
  }

  @Test
  void anotherFeatureSetIsAnotherTable() {
    FeatureRange versions =
        new FeatureRange(small.manifest(), FeatureSettings.paperSevenVersions(), 0, 6);
    StageResult made = activities.features().extract(versions);

    assertThat(made.cache()).isEqualTo(CacheUse.MISS);
    assertThat(made.output("features").bytes()).isGreaterThan(6 * 413 * Float.BYTES);
    assertThat(activities.features().extract(versions).cache()).isEqualTo(CacheUse.HIT);
  }

  @Test
  void shardsInTheWrongOrderAreRefused() {
    FeatureRange range = new FeatureRange(small.manifest(), FeatureSettings.paper(), 0, 20);
    ArtifactRef first = activities.features().extract(range.rows(0, 10)).output("features");
    ArtifactRef second = activities.features().extract(range.rows(10, 20)).output("features");

    ApplicationFailure failure =
        failureOf(
            () ->
                activities
                    .features()
                    .merge(new FeatureMergeRequest(range, List.of(second, first))));

    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
  }

  @Test
  void everyPartOfTheSplitHasClips() {
    assertThat(small.split.clips()).containsOnlyKeys(SplitPart.values());
    assertThat(small.split.clips().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(96);
  }

  @Test
  void theTestIsOnTheTestPartAlone() {
    EvaluationOutcome test = small.model.evaluation();

    assertThat(test.overall().clips()).isEqualTo(small.split.clips().get(SplitPart.TEST));
    assertThat(test.perCorpus()).containsOnlyKeys("savee");
    assertThat(test.stage().outputs())
        .extracting(output -> output.name())
        .containsExactly("predictions", "report", "confusion-matrix", "class-distribution");
  }

  @Test
  void aModelIsFoundAgainStageByStage() {
    TrainedModel again = small.train();

    assertThat(again.fit().stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.evaluation().stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.modelPackage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.evaluation().overall()).isEqualTo(small.model.evaluation().overall());
    assertThat(again.fit().validationUnweightedAverageRecall())
        .isEqualTo(small.model.fit().validationUnweightedAverageRecall());
  }

  @Test
  void enoughValidationClipsCalibrateThePackage() {
    assertThat(small.model.fit().stage().find("calibration")).isEmpty();
    assertThat(described(small.model).calibration()).isEmpty();
    SplitSettings held = new SplitSettings("held", SmallModel.RANDOM.policy(), 0.2, 0.6, 0.2);
    SplitOutcome split =
        activities.splits().split(new SplitRequest(small.manifest(), held, SmallModel.SEED));

    TrainedModel model = small.train(split);

    TemperatureScaling packed = described(model).calibration().orElseThrow();
    ArtifactRef fitted = model.fit().stage().output("calibration");
    byte[] document = activities.stores().artifacts().read(fitted);
    assertThat(packed)
        .isEqualTo(new SnakeCaseJson().read(document, TemperatureScaling.class))
        .matches(scaling -> scaling.clips() == split.clips().get(SplitPart.VALIDATION))
        .matches(
            scaling ->
                scaling.after().negativeLogLikelihood()
                    <= scaling.before().negativeLogLikelihood());
    assertThat(described(model).files())
        .extracting(PackagedFile::name)
        .contains("self_test.json", "self_test_voice.wav");
  }

  private PackageDescription described(TrainedModel model) {
    ArtifactRef index = model.modelPackage().output("package");
    return PackageDescription.read(activities.stores().artifacts().read(index));
  }

  @Test
  void aPackageKnowsWhatItsModelHeardIfThereIsEnoughOfIt() throws MinioException {
    SplitSettings halves = new SplitSettings("halves", SmallModel.RANDOM.policy(), 0.4, 0.2, 0.4);
    SplitOutcome split =
        activities.splits().split(new SplitRequest(small.manifest(), halves, SmallModel.SEED));
    ArtifactRef packed = small.train(split).modelPackage().output("package");
    DriftReference reference = small.packaged(packed).driftReference().orElseThrow();

    assertThat(reference.inputs())
        .isEqualTo(new ReferencePart(SplitPart.TRAIN, split.clips().get(SplitPart.TRAIN)));
    assertThat(reference.outputs())
        .isEqualTo(new ReferencePart(SplitPart.TEST, split.clips().get(SplitPart.TEST)));
    assertThat(reference.of(Quantity.SECONDS).median()).isBetween(0.1, 10.0);
    assertThat(reference.of(Quantity.LEVEL).median()).isBetween(-60.0, 0.0);
    assertThat(small.packaged(small.model.modelPackage().output("package")).driftReference())
        .as("fewer than thirty clips were tested")
        .isEmpty();

    vandal.delete(packed);
    assertThat(small.train(split).modelPackage().output("package")).isEqualTo(packed);
  }

  @Test
  void aChangedInputIsNamed() throws MinioException {
    SplitSettings other = new SplitSettings("other", SmallModel.RANDOM.policy(), 0.5, 0.25, 0.25);
    SplitOutcome victim =
        activities.splits().split(new SplitRequest(small.manifest(), other, SmallModel.SEED));
    vandal.replace(victim.stage().output("split"));

    ApplicationFailure failure = failureOf(() -> small.fit(victim));

    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
    assertThat(failure.getOriginalMessage()).contains(victim.stage().output("split").uri());
  }

  @Test
  void aVanishedInputIsNamed() throws MinioException {
    SplitOutcome victim =
        activities.splits().split(new SplitRequest(small.manifest(), SmallModel.RANDOM, 99));
    vandal.delete(victim.stage().output("split"));

    ApplicationFailure failure = failureOf(() -> small.fit(victim));

    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
    assertThat(failure.getOriginalMessage()).contains(victim.stage().output("split").uri());
  }

  private static ApplicationFailure failureOf(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown).isInstanceOf(ActivityFailure.class);
    return (ApplicationFailure) thrown.getCause();
  }
}
