package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.emovox.adapters.augmentation.RejectedCopy;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.AugmentationMergeRequest;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.AugmentedTraining;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.Span;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.AugmentedRow;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Augmented sets on real servers. */
@TestInstance(Lifecycle.PER_CLASS)
class AugmentationIT {
  private static final OfflineAugmentation TWICE =
      new OfflineAugmentation(
          "twice",
          2,
          List.of(
              new AugmentationStep.Speed(new Span(0.9, 1.1), 1),
              new AugmentationStep.Noise(NoiseColour.BABBLE, new Span(5, 20), 0.5),
              new AugmentationStep.Gain(new Span(20, 30), 0.5)));

  private SmallModel small;
  private ActivitiesUnderTest activities;
  private AugmentationOutcome set;

  @BeforeAll
  void makeASet(@TempDir Path data) {
    small = new SmallModel(data);
    activities = small.activities;
    set = activities.augmentation().augment(range(0, 96));
  }

  @AfterAll
  void stop() {
    small.close();
  }

  private AugmentationRange range(int first, int end) {
    return new AugmentationRange(small.manifest(), split(), TWICE, SmallModel.SEED, first, end);
  }

  private ArtifactRef split() {
    return small.split.stage().output("split");
  }

  private List<AugmentedRow> copies(AugmentationOutcome outcome) {
    return activities.stores().tables().rows(outcome.set(), AugmentedRow.class);
  }

  @Test
  void everyTrainingClipHasItsCopiesAndNoOtherClipHasAny() {
    List<String> training =
        activities.stores().tables().rows(split(), SplitRow.class).stream()
            .filter(row -> row.part() == SplitPart.TRAIN)
            .map(SplitRow::id)
            .toList();

    assertThat(set.copies()).isEqualTo(2 * training.size());
    assertThat(set.rejects()).isZero();
    assertThat(copies(set).stream().collect(Collectors.groupingBy(AugmentedRow::sourceId)))
        .containsOnlyKeys(training)
        .allSatisfy(
            (id, its) ->
                assertThat(its).extracting(AugmentedRow::id).containsExactly(id + "#1", id + "#2"));
  }

  @Test
  void aCopySaysWhatItIsAndIsStoredAsAClip() {
    Map<String, ManifestRow> clips =
        activities.stores().manifests().rows(small.manifest()).stream()
            .collect(Collectors.toMap(ManifestRow::id, Function.identity()));
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    for (AugmentedRow copy : copies(set)) {
      ManifestRow source = clips.get(copy.sourceId());
      assertThat(copy.sourceDigest()).isEqualTo(source.contentDigest());
      assertThat(copy.speaker()).isEqualTo(source.speaker());
      assertThat(copy.emotion()).isEqualTo(source.emotion());
      assertThat(copy.part()).isEqualTo(SplitPart.TRAIN);
      assertThat(copy.steps()).hasSizeBetween(1, 3);
      assertThat(copy.steps().get(0)).startsWith("{\"kind\":\"speed\",\"factor\":");
      byte[] wav = activities.stores().artifacts().read(Digest.parse(copy.contentDigest()));
      DecodedAudio audio = decoder.decode(wav);
      assertThat(audio.format().sampleRate()).isEqualTo(16_000);
      assertThat(audio.clip().seconds()).isEqualTo(copy.seconds());
      assertThat(wav).hasSize((int) copy.bytes());
    }
    // Two copies may be alike by chance, and clips of the same bytes have the same copies.
    assertThat(copies(set).stream().map(AugmentedRow::contentDigest).distinct())
        .hasSizeGreaterThan(set.copies() * 3 / 4);
    assertThat(copies(set)).anyMatch(copy -> copy.attenuation() > 0);
  }

  @Test
  void theSetIsFoundAgainUnlessACopyIsGone() throws Exception {
    AugmentationRange some = range(0, 30);
    AugmentationOutcome made = activities.augmentation().augment(some);
    assertThat(activities.augmentation().augment(some).stage().cache()).isEqualTo(CacheUse.HIT);

    new Vandal(activities.s3()).deleteClip(Digest.parse(copies(made).get(0).contentDigest()));

    assertThat(activities.augmentation().findSet(some)).isEmpty();
    AugmentationOutcome again = activities.augmentation().augment(some);
    assertThat(again.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(again.stage().outputs()).isEqualTo(made.stage().outputs());
    assertThat(activities.augmentation().findSet(some)).isPresent();
  }

  @Test
  void shardsPutTogetherAreTheSetToTheByte() throws Exception {
    List<AugmentationOutcome> parts =
        List.of(
            activities.augmentation().augment(range(0, 50)),
            activities.augmentation().augment(range(50, 96)));
    new Vandal(activities.s3()).delete(set.set());

    AugmentationOutcome merged =
        activities.augmentation().mergeSets(new AugmentationMergeRequest(range(0, 96), parts));

    assertThat(merged.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(merged.stage().outputs()).isEqualTo(set.stage().outputs());
    assertThat(merged.copies()).isEqualTo(set.copies());
  }

  @Test
  void aClipThatCannotBeDecodedIsRejectedAndTheOthersGoOn() {
    AugmentedRow victim = copies(set).get(0);
    byte[] junk = "no sound at all".getBytes(StandardCharsets.UTF_8);
    activities.stores().artifacts().putClip(Digest.of(junk), junk);
    List<ManifestRow> rows = new ArrayList<>();
    for (ManifestRow row : activities.stores().manifests().rows(small.manifest())) {
      rows.add(row.id().equals(victim.sourceId()) ? withContent(row, Digest.of(junk)) : row);
    }
    ArtifactRef manifest =
        activities.stores().tables().table("manifest", ManifestRow.class, rows).artifact();

    AugmentationOutcome outcome =
        activities
            .augmentation()
            .augment(new AugmentationRange(manifest, split(), gain(), SmallModel.SEED, 0, 96));

    assertThat(outcome.rejects()).isEqualTo(1);
    assertThat(outcome.copies()).isEqualTo(set.copies() / 2 - 1);
    assertThat(
            activities
                .stores()
                .tables()
                .rows(outcome.stage().output("augmentation-rejects"), RejectedCopy.class))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.sourceId()).isEqualTo(victim.sourceId());
              assertThat(reject.reason()).isNotBlank();
            });
  }

  private static OfflineAugmentation gain() {
    return new OfflineAugmentation(
        "gain", 1, List.of(new AugmentationStep.Gain(new Span(-6, 6), 1)));
  }

  private static ManifestRow withContent(ManifestRow row, Digest content) {
    return new ManifestRow(
        row.id(),
        row.corpus(),
        row.path(),
        content.toString(),
        row.audioDigest(),
        row.speaker(),
        row.sex(),
        row.sentence(),
        row.emotion(),
        row.intensity(),
        row.repetition(),
        row.container(),
        row.sampleRate(),
        row.channels(),
        row.seconds(),
        row.bytes());
  }

  @Test
  void aModelLearnsFromTheCopiesOfItsOwnSplitAlone() {
    AugmentedTraining copies = new AugmentedTraining(set.set(), features(set));
    BaselineSettings forest = new BaselineSettings.RandomForest("forest", 10, 1);

    FitOutcome fit = activities.baselines().fit(request(forest, split(), copies));

    assertThat(fit.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(fit.stage().output("model")).isNotEqualTo(small.model.fit().stage().output("model"));
    assertThat(
            activities
                .baselines()
                .fit(request(forest.withAugmentation(Optional.of(TWICE)), split(), copies))
                .stage()
                .cache())
        .isEqualTo(CacheUse.HIT);
    ArtifactRef other =
        activities
            .splits()
            .split(new SplitRequest(small.manifest(), SmallModel.RANDOM, 99))
            .stage()
            .output("split");
    Throwable thrown =
        catchThrowable(() -> activities.baselines().fit(request(forest, other, copies)));
    assertThat(thrown).isInstanceOf(ActivityFailure.class);
    ApplicationFailure failure = (ApplicationFailure) thrown.getCause();
    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
    assertThat(failure.getOriginalMessage()).contains("not in the training part");
  }

  /** By the same activity as clips', for the set is a manifest. */
  private ArtifactRef features(AugmentationOutcome of) {
    return activities
        .features()
        .extract(new FeatureRange(of.set(), FeatureSettings.paper(), 0, of.copies()))
        .output("features");
  }

  private FitRequest request(BaselineSettings model, ArtifactRef split, AugmentedTraining copies) {
    return new FitRequest(
        model,
        small.features.output("features"),
        split,
        small.ingestion.labels(),
        SmallModel.SEED,
        Optional.of(copies));
  }
}
