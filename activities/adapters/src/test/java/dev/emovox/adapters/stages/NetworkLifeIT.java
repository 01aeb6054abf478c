package dev.emovox.adapters.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.emovox.adapters.network.TinyNetwork;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.StartingPoint;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A tiny network from its first weights to the registry, on real servers. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkLifeIT {
  private NetworkLife life;
  private FineTuningRequest request;
  private FineTunedModel model;

  @BeforeAll
  void train(@TempDir Path folder) {
    life = new NetworkLife(folder);
    request = life.request(TinyNetwork.settings(), SplitPolicy.STRATIFIED_RANDOM);
    model = life.run(request);
  }

  @AfterAll
  void stop() {
    life.close();
  }

  private boolean isWhole(ArtifactRef artifact) {
    return life.test.stores().artifacts().verify(artifact);
  }

  @Test
  @Order(1)
  void theClipsAreSharedOutAndTheStartIsDescribed() {
    PreparedTraining start = model.start();

    assertThat(start.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(start.architecture()).isEqualTo("wav2vec2");
    assertThat(start.parameters()).isGreaterThan(5_000);
    assertThat(start.clips()).containsOnlyKeys(SplitPart.values());
    assertThat(start.clips().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(96);
    assertThat(life.fineTuning.prepare(request).stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(life.fineTuning.prepare(request).stage().outputs())
        .isEqualTo(start.stage().outputs());
  }

  @Test
  @Order(2)
  void aStageKeepsWhatIsNeededAndLetsTheRestGo() {
    for (TrainedStage stage : model.stages()) {
      assertThat(stage.epochs()).hasSize(3);
      assertThat(isWhole(stage.selected().stage().output("weights"))).isTrue();
      assertThat(isWhole(stage.epochs().get(2).stage().output("optimiser"))).isTrue();
      assertThat(stage.epochs()).allMatch(epoch -> isWhole(epoch.stage().output("position")));
      assertThat(stage.epochs()).allMatch(epoch -> isWhole(epoch.stage().output("steps")));
      assertThat(NetworkLife.discarded(stage)).noneMatch(this::isWhole);
    }
    assertThat(model.stages().get(1).selectedEpoch()).isEqualTo(2);
  }

  @Test
  @Order(3)
  void thePackageIsServedAndHearsWhatTheTestHeard() {
    Digest digest = model.modelPackage().output("package").digest();
    Map<String, ScoredClip> tested = tested();
    try (ModelPackage read = new PackageReader().read(files(digest), digest);
        EmotionPredictor predictor = read.load(ComputeDevice.CPU)) {
      assertThat(read.kind()).isEqualTo("wav2vec2");
      assertThat(read.labels()).isEqualTo(request.labels());
      for (ClipRow clip : clips(SplitPart.TEST)) {
        byte[] content = life.test.stores().artifacts().read(Digest.parse(clip.contentDigest()));
        double[] probabilities =
            predictor
                .predict(new AudioDecoder(DecodeLimits.standard()).decode(content).clip())
                .probabilities();
        List<Double> expected = tested.get(clip.id()).probabilities();
        for (int i = 0; i < probabilities.length; i++) {
          assertThat(probabilities[i])
              .isCloseTo(expected.get(i), org.assertj.core.data.Offset.offset(1e-5));
        }
      }
      FineTuning made = ((Wav2Vec2Package) read).provenance().fineTuning().orElseThrow();
      assertThat(made.clips()).isEqualTo(model.start().stage().output("training-clips").digest());
      assertThat(made.position())
          .isEqualTo(model.stages().get(1).selected().stage().output("position").digest());
    }
  }

  /** From the packaged weights back to the checkpoint, epoch by epoch. */
  @Test
  @Order(3)
  void theRecordsOfEpochsLeadBackToTheStart() {
    TrainedStage first = model.stages().get(0);
    EpochRecord packaged = record(model.stages().get(1).epochs().get(1));
    EpochRecord secondStageBegan = record(model.stages().get(1).epochs().get(0));

    assertThat(packaged.origin().settings().stage()).isEqualTo("stage-2");
    assertThat(packaged.origin().before())
        .isEqualTo(position(model.stages().get(1).epochs().get(0)));
    assertThat(packaged.origin().withOptimiser()).isTrue();
    assertThat(secondStageBegan.origin().before()).isEqualTo(position(first.selected()));
    assertThat(secondStageBegan.origin().withOptimiser()).isFalse();
    assertThat(record(first.epochs().get(0)).origin().before()).isNull();
    assertThat(record(first.epochs().get(0)).origin().checkpoint())
        .isEqualTo(model.start().checkpoint().digest());
  }

  private static Digest position(EpochOutcome epoch) {
    return epoch.stage().output("position").digest();
  }

  private EpochRecord record(EpochOutcome epoch) {
    byte[] content = life.test.stores().artifacts().read(epoch.stage().output("position"));
    return new SnakeCaseJson().read(content, EpochRecord.class);
  }

  private PackageFiles files(Digest digest) {
    PackageStore packages = life.test.stores().packages();
    return name -> packages.read(digest, name);
  }

  private Map<String, ScoredClip> tested() {
    return life
        .test
        .stores()
        .tables()
        .rows(model.evaluation().stage().output("predictions"), ScoredClip.class)
        .stream()
        .collect(Collectors.toMap(ScoredClip::id, Function.identity()));
  }

  private List<ClipRow> clips(SplitPart part) {
    return life
        .test
        .stores()
        .tables()
        .rows(model.start().stage().output("training-clips"), ClipRow.class)
        .stream()
        .filter(clip -> clip.part() == part)
        .toList();
  }

  @Test
  @Order(4)
  void aNetworkIsRegisteredOnceWithItsPackage() {
    RegistrationRequest registration =
        new RegistrationRequest(request.plan(), model.trackedRun(), model.candidate());

    RegisteredVersion version = life.tracking.register(registration);

    assertThat(life.tracking.register(registration)).isEqualTo(version);
    ModelVersion registered =
        new ModelRegistry(life.test.servers().mlflow()).versions("emovox-networks").get(0);
    assertThat(registered.digest()).contains(model.modelPackage().output("package").digest());
    assertThat(registered.source())
        .isEqualTo(life.test.stores().packages().folder(registered.digest().orElseThrow()));
    assertThat(registered.runId()).isEqualTo(model.trackedRun().runId());
    assertThat(registered.tags())
        .containsEntry("emovox.model", "tiny")
        .containsEntry("emovox.split", "random")
        .containsEntry(
            "emovox.accuracy", Double.toString(model.evaluation().overall().accuracy().value()));
  }

  @Test
  @Order(5)
  void anotherRunFindsEverything() {
    FineTunedModel again = life.run(request);

    assertThat(again.stages()).isEqualTo(model.stages());
    assertThat(again.evaluation().stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.modelPackage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(again.modelPackage().outputs()).isEqualTo(model.modelPackage().outputs());
    assertThat(again.trackedRun()).isEqualTo(model.trackedRun());
  }

  @Test
  @Order(6)
  void packingAgainMakesTheSameBytes() {
    StageResult packed = model.modelPackage();
    packed
        .outputs()
        .forEach(output -> assertThat(isWhole(output.artifact())).as(output.name()).isTrue());
    NetworkPackageRequest contents =
        NetworkLife.contents(
            request, model.start(), model.stages().get(1).selected(), model.evaluation());
    new Bucket(life.test).remove(packed.output("package/model.safetensors"));

    StageResult again = life.fineTuning.packNetwork(contents);

    assertThat(again.cache()).isEqualTo(CacheUse.MISS);
    assertThat(again.outputs()).isEqualTo(packed.outputs());
  }

  /** The same epochs, another choice: each run's choice stays whatever the other lets go. */
  @Test
  @Order(7)
  void whatOneRunKeepsNoOtherDeletes() {
    FineTuningRequest other = withFirstStage(new EpochSelection.Chosen(1, "the other one"));
    EpochRequest mine = first(request);
    EpochRequest theirs = first(other);
    assertThat(life.fineTuning.findStage(mine)).isPresent();
    assertThat(life.fineTuning.findStage(theirs)).isEmpty();

    TrainedStage trained = life.train(theirs);
    life.fineTuning.settleStage(new SettledStage(theirs, trained, NetworkLife.discarded(trained)));
    life.fineTuning.settleStage(new SettledStage(theirs, trained, NetworkLife.discarded(trained)));

    assertThat(life.fineTuning.findStage(theirs)).contains(trained);
    assertThat(life.fineTuning.findStage(mine)).contains(model.stages().get(0));
    for (EpochOutcome epoch : trained.epochs()) {
      boolean kept =
          epoch.epoch() == 1
              || epoch.epoch() == 3
              || epoch.epoch() == model.stages().get(0).selectedEpoch();
      assertThat(isWhole(epoch.stage().output("weights"))).isEqualTo(kept);
    }
  }

  private FineTuningRequest withFirstStage(EpochSelection selection) {
    FineTuningSettings settings = TinyNetwork.settings();
    return life.request(
        new FineTuningSettings(
            settings.name(),
            settings.start(),
            settings.validationShare(),
            settings.longestSeconds(),
            List.of(TinyNetwork.stage("stage-1", 3, selection))),
        SplitPolicy.STRATIFIED_RANDOM);
  }

  private EpochRequest first(FineTuningRequest from) {
    return NetworkLife.first(from, model.start(), 0, null, model.trackedRun());
  }

  @Test
  @Order(8)
  void onlyCheckpointsOfTheStageAreDeleted() {
    TrainedStage stage = model.stages().get(0);
    ArtifactRef position = stage.selected().stage().output("position");

    Throwable thrown =
        catchThrowable(
            () ->
                life.fineTuning.settleStage(
                    new SettledStage(first(request), stage, List.of(position))));

    assertThat(thrown).isInstanceOf(ActivityFailure.class);
    assertThat(isWhole(position)).isTrue();
  }

  @Test
  @Order(9)
  void aStageWithADamagedCheckpointIsNotFoundAndItsWeightsAreGoneForThePackage() {
    TrainedStage stage = model.stages().get(1);
    ArtifactRef weights = stage.selected().stage().output("weights");
    new Bucket(life.test).remove(weights);
    EpochRequest first =
        NetworkLife.first(
            request, model.start(), 1, model.stages().get(0).selected(), model.trackedRun());

    assertThat(life.fineTuning.findStage(first)).isEmpty();

    new Bucket(life.test).remove(model.modelPackage().output("package/model.safetensors"));
    assertThat(
            failureOf(
                    () ->
                        life.fineTuning.packNetwork(
                            NetworkLife.contents(
                                request, model.start(), stage.selected(), model.evaluation())))
                .getType())
        .isEqualTo(FailureType.CHECKPOINT_GONE);
  }

  @Test
  void validationIsDrawnAnew() {
    PreparedTraining random = prepared(Optional.of(0.4), SplitPolicy.STRATIFIED_RANDOM);
    PreparedTraining speakers = prepared(Optional.of(0.4), SplitPolicy.SPEAKER_DISJOINT);

    assertThat(random.clips().get(SplitPart.TEST))
        .isEqualTo(model.start().clips().get(SplitPart.TEST));
    assertThat(random.clips().get(SplitPart.VALIDATION))
        .isGreaterThan(model.start().clips().get(SplitPart.VALIDATION));
    assertThat(speakers.clips()).containsOnlyKeys(SplitPart.values());
  }

  private PreparedTraining prepared(Optional<Double> share, SplitPolicy policy) {
    return life.fineTuning.prepare(
        life.request(with(TinyNetwork.settings().start(), share), policy));
  }

  private static FineTuningSettings with(StartingPoint start, Optional<Double> share) {
    FineTuningSettings settings = TinyNetwork.settings();
    return new FineTuningSettings(
        settings.name(), start, share, settings.longestSeconds(), settings.stages());
  }

  @Test
  void aCheckpointThatIsNotStoredIsRefusedWithWhatToDo() {
    for (String source : List.of("facebook/wav2vec2-base@main", Digest.of("none").toString())) {
      FineTuningRequest pretrained =
          life.request(
              with(new StartingPoint.Pretrained(source), Optional.empty()),
              SplitPolicy.STRATIFIED_RANDOM);

      ApplicationFailure failure = failureOf(() -> life.fineTuning.prepare(pretrained));

      assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
      assertThat(failure.getOriginalMessage()).contains(source, "./emovox model import");
    }
  }

  @Test
  void anImportedCheckpointIsUsedAsItIs() {
    String digest =
        life.test.stores().checkpoints().checkpoint(model.start().checkpoint()).toString();
    FineTuningRequest pretrained =
        life.request(
            with(new StartingPoint.Pretrained(digest), Optional.empty()),
            SplitPolicy.STRATIFIED_RANDOM);

    PreparedTraining prepared = life.fineTuning.prepare(pretrained);

    assertThat(prepared.checkpoint()).isEqualTo(model.start().checkpoint());
    assertThat(prepared.stage().output("training-clips"))
        .isEqualTo(model.start().stage().output("training-clips"));
  }

  private static ApplicationFailure failureOf(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown).isInstanceOf(ActivityFailure.class);
    return (ApplicationFailure) thrown.getCause();
  }
}
