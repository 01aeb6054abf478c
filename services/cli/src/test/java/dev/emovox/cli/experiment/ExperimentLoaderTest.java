package dev.emovox.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.cli.workplace.Checkout;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Descriptor;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LoudnessScope;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.SpeechTrimming;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.report.published.PublishedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentLoaderTest {

  @TempDir Path folder;

  private final ExperimentLoader loader =
      new ExperimentLoader(Checkout.find(Map.of()).experiments());

  private Experiment load(String text, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), text);
    return loader.load(file.toString(), Overrides.of(List.of(settings), List.of()));
  }

  private static String all() throws IOException {
    try (var in = ExperimentLoaderTest.class.getResourceAsStream("/every-key.yaml")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsEveryKey() throws IOException {
    ExperimentFile file = load(all()).file();
    assertThat(file.experiment()).isEqualTo("mine");
    assertThat(file.description()).hasValue("every key there is");
    assertThat(file.seed()).isEqualTo(7);
    assertThat(file.data()).containsExactly("a", "/b");
    assertThat(file.corpora()).containsExactly("tess");
    assertThat(file.clipsPerShard()).isEqualTo(10);
    assertThat(file.splits())
        .containsExactly(
            new SplitSettings("strangers", SplitPolicy.SPEAKER_DISJOINT, 0.6, 0.2, 0.2));
    assertThat(file.models())
        .containsExactly(
            new BaselineSettings.LogisticRegression("lr", 0.5, 50),
            new BaselineSettings.RandomForest("rf", 20, 2));
    assertThat(file.registration()).isEqualTo(new RegistrationChoice("moods", "strangers"));
    assertThat(file.features())
        .extracting(FeatureChoice::settings)
        .containsExactly(
            new FeatureSettings(
                "paper",
                8000,
                2.5,
                false,
                0.2,
                1024,
                256,
                20,
                64,
                24,
                4,
                false,
                List.of(),
                Optional.of(LoudnessScope.CUT),
                Optional.of(
                    new FeaturePooling(
                        List.of("mean", "std", "p25"),
                        2,
                        List.of(Descriptor.ENERGY, Descriptor.ZERO_CROSSING_RATE))),
                Optional.of(new SpeechTrimming(9, 40, 0.2))));
  }

  @Test
  void fillsInWhatIsLeftOut() throws IOException {
    ExperimentFile file =
        load("""
                experiment: small
                splits: [{name: random, policy: stratified-random, train: 0.7, validation: 0.15, test: 0.15}]
                features: {set: paper}
                models: [{name: rf, kind: random-forest, trees: 5, min_leaf_clips: 1}]
                registration: {split: random}
                """)
            .file();
    assertThat(file.description()).isEmpty();
    assertThat(file.seed()).isEqualTo(42);
    assertThat(file.data()).isEmpty();
    assertThat(file.corpora()).isEmpty();
    assertThat(file.clipsPerShard()).isEqualTo(200);
    assertThat(file.registration().modelName()).isEqualTo("emovox");
    assertThat(file.features())
        .extracting(FeatureChoice::settings)
        .containsExactly(FeatureSettings.paper());
  }

  @Test
  void modelsChooseAmongSeveralFeatureSets() throws IOException {
    ExperimentFile file =
        load(
                all(),
                "features=[{set: paper}, {set: paper-seven-versions}, {set: paper, name: short, seconds: 1.0}]",
                "models[1].features=short")
            .file();
    assertThat(file.features())
        .extracting(FeatureChoice::settings)
        .extracting(FeatureSettings::set, FeatureSettings::size, FeatureSettings::seconds)
        .containsExactly(
            tuple("paper", 59, 3.0),
            tuple("paper-seven-versions", 413, 3.0),
            tuple("short", 59, 1.0));
    assertThat(file.models())
        .extracting(BaselineSettings::features)
        .containsExactly(Optional.empty(), Optional.of("short"));
  }

  @Test
  void theProjectsOwnExperimentsAreRight() {
    ExperimentFile baselines = loader.load("baselines", Overrides.none()).file();
    assertThat(baselines.seed()).isEqualTo(42);
    assertThat(baselines.splits())
        .extracting(SplitSettings::name)
        .containsExactly("random", "speaker-disjoint");
    assertThat(baselines.models())
        .containsExactly(
            new BaselineSettings.LogisticRegression("logistic-regression", 1, 1000),
            new BaselineSettings.RandomForest("random-forest", 100, 1));
    assertThat(loader.load("demo", Overrides.none()).file().experiment()).isEqualTo("demo");
    assertThat(loader.load("baselines-augmented", Overrides.none()).file().models())
        .extracting(model -> model.augmentation().map(OfflineAugmentation::called).orElse(""))
        .containsExactly("", "", "speed", "speed", "", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baselines", "paper", "speaker-disjoint", "small"})
  void theProjectsOwnExperimentsHaveATinyForm(String name) {
    ExperimentFile full = loader.load(name, Overrides.none()).file();
    assertThat(full.experiment()).isEqualTo(name);
    Path tiny = Checkout.find(Map.of()).experiments().resolve("tiny").resolve(name + ".yaml");
    ExperimentFile small = loader.load(name, Overrides.none().after(List.of(tiny))).file();
    assertThat(small.networks()).hasSameSizeAs(full.networks());
    assertThat(small.networks())
        .flatExtracting(FineTuningSettings::stages)
        .allMatch(stage -> stage.epochs() == 2 && stage.batches().clips() == 4);
  }

  @Test
  void thePaperHasItsFourFineTuningRuns() {
    List<FineTuningSettings> networks = loader.load("paper", Overrides.none()).file().networks();
    assertThat(networks)
        .allMatch(network -> network.validationShare().equals(Optional.of(0.2)))
        .flatExtracting(FineTuningSettings::stages)
        .extracting(
            TrainingStage::epochs,
            stage -> stage.batches().clips() * stage.batches().accumulation(),
            stage -> stage.optimiser().learningRate())
        .containsExactly(
            tuple(10, 64, 1e-4), tuple(20, 32, 1e-4), tuple(9, 32, 1e-4), tuple(5, 64, 1e-4));
    assertThat(networks.get(2).stages().get(0).selection())
        .isEqualTo(new EpochSelection.Chosen(8, "the paper went on from epoch 8"));
  }

  @Test
  void filesOfSettingsComeBeforeTheCommandLine() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), "seed: 8\nmodels[*].name: same\n");
    Path two =
        Files.writeString(
            folder.resolve("two.yaml"), "# more\nseed: 9\nregistration:\n  split: strangers\n");
    Files.writeString(folder.resolve("x.yaml"), all());
    String file = folder.resolve("x.yaml").toString();
    Overrides words = Overrides.of(List.of("models[1].name=other"), List.of());
    ExperimentFile read = loader.load(file, words.after(List.of(one, two))).file();
    assertThat(read.seed()).isEqualTo(9);
    assertThat(read.registration()).isEqualTo(new RegistrationChoice("emovox", "strangers"));
    assertThat(read.models()).extracting(BaselineSettings::name).containsExactly("same", "other");
    assertThatThrownBy(() -> loader.load(file, Overrides.none().after(List.of(one))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one.yaml, line 2: models[1] repeats 'same'");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "seed: 8\nspilts[0].test: 1\n");
    assertThatThrownBy(() -> loader.load(file, Overrides.none().after(List.of(wrong))))
        .hasMessageContaining("wrong.yaml, line 2: ")
        .hasMessageContaining("has no place 'spilts[0].test'");
    assertThatThrownBy(() -> Overrides.none().after(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void overridesAreAppliedAndKeptForTheRecord() throws IOException {
    Experiment experiment = load(all(), "seed=9", "models[1].trees=33", "corpora=[savee, tess]");
    assertThat(experiment.file().seed()).isEqualTo(9);
    assertThat(experiment.file().models().get(1))
        .isEqualTo(new BaselineSettings.RandomForest("rf", 33, 2));
    assertThat(experiment.file().corpora()).containsExactly("savee", "tess");
    assertThat(experiment.configuration()).contains("seed: 9").contains("trees: 33");
  }

  @Test
  void dataFoldersReplaceTheFilesAndAreMadeAbsolute() {
    Overrides overrides = Overrides.ofData(List.of(Path.of("here/\"odd\" name"), folder));
    assertThat(loader.load("baselines", overrides).file().data())
        .containsExactly(
            Path.of("here/\"odd\" name").toAbsolutePath().toString(), folder.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeed=1 | Did you mean 'seed'",
        "seed=many | seed",
        "experiment=My Run | a name has lower-case letters",
        "clips_per_shard=0 | between 1 and 10000",
        "splits=[] | at least one split",
        "splits[0].train=0.7 | add up to 1.1",
        "splits[0].test=0 | between 0 and 1",
        "splits[0].policy=random | policy",
        "splits[0].tset=0.2 | Did you mean 'test'",
        "splits[4].test=0.2 | has no place",
        "data=[a, a] | repeats 'a'",
        "models=[] | at least one model",
        "features= | features",
        "models[0].l2=-1 | must not be negative",
        "models[0].max_iterations=0 | between 1 and 100000",
        "models[1].trees=0 | between 1 and 10000",
        "models[1].min_leaf_clips=0 | at least 1",
        "models[1].name=lr | repeats 'lr'",
        "models[1].kind=random-forrest | Did you mean 'random-forest'",
        "registration.split=strangrs | Did you mean 'strangers'",
        "features.set=papper | Did you mean 'paper'",
        "features.pooling.statistics=[median] | features.pooling.statistics is [median]; it must list",
        "features.pooling.statistics=[std, std] | features.pooling.statistics repeats itself",
        "features.pooling.deltas=3 | features.pooling.deltas",
        "features.trimming.above_noise=0 | features.trimming.above_noise must be between 1 and 100",
        "features.trimming.kept_seconds=11 | features.trimming.kept_seconds must be between 0 and 10",
        "features.trimming.kept_second=1 | Did you mean 'kept_seconds'",
        "features=[] | features is missing",
        "features=[{set: paper}, {set: paper}] | features[1] repeats 'paper'",
        "features=[{set: paper}, {set: paper, name: Long}] | features[1].name is 'Long'",
        "features=[{set: paper}, {set: paper, name: b, seconds: 0}] | features[1].seconds must be",
        "models[1].features=papper | Did you mean 'paper'",
        "features.fft_size=1000 | power of two",
        "features.hop_length=0 | between 1 and 1024",
        "features.mfcc_count=65 | between 1 and 64",
        "features.seconds=0 | above 0",
        "features.rms_level=2 | at most 1",
        "features.sample_rate=100 | between 4000 and 192000"
      })
  void reportsEveryMistake(String setting, String message) {
    assertThatThrownBy(() -> load(all(), setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void mistakesInTheFileAreReportedWithTheirLine() {
    assertThatThrownBy(() -> load(all().replace("test: 0.2", "test: 0.3")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x.yaml, line 7: splits[0]");
    assertThatThrownBy(() -> load(all().replace("trees: 20", "trees: 0")))
        .hasMessageContaining("x.yaml, line 20: models[1].trees");
    assertThatThrownBy(() -> load(all().replace("  split:", "  splitt:")))
        .hasMessageContaining("line 24")
        .hasMessageContaining("Did you mean 'split'");
  }

  @Test
  void mistakesOfTheCommandLineAreCalledThat() {
    assertThatThrownBy(() -> load(all(), "models[1].trees=0"))
        .hasMessageStartingWith("--set: models[1].trees");
    assertThatThrownBy(() -> Overrides.of(List.of("seed"), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key=value");
    assertThatThrownBy(() -> Overrides.of(List.of("=1"), List.of()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void namesTheNearestExperiment() {
    assertThatThrownBy(() -> loader.load("baseline", Overrides.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Did you mean 'baselines'?");
    assertThatThrownBy(() -> loader.load("./nowhere.yaml", Overrides.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nowhere.yaml");
  }

  @Test
  void thePublishedFiguresComeWithThePaper() {
    ExperimentFile paper = loader.load("paper", Overrides.none()).file();
    PublishedResults published = paper.published().orElseThrow();
    assertThat(published.comparison().orElseThrow().models())
        .extracting(PublishedResults.Model::model)
        .containsExactlyElementsOf(
            Stream.concat(
                    paper.models().stream().map(BaselineSettings::name),
                    paper.networks().stream().map(FineTuningSettings::name))
                .toList());
    assertThat(published.stages())
        .allSatisfy(
            stage ->
                assertThat(paper.networks())
                    .filteredOn(network -> network.name().equals(stage.network()))
                    .flatExtracting(FineTuningSettings::stages)
                    .filteredOn(its -> its.name().equals(stage.stage()))
                    .singleElement()
                    .returns(stage.epochs().size(), TrainingStage::epochs));
    assertThat(published.stage("wav2vec2-xlsr", "random", "batch-64"))
        .hasValueSatisfying(
            stage ->
                assertThat(stage.epochs().get(stage.selectedEpoch() - 1))
                    .isEqualTo(new PublishedResults.Epoch(0.6010, 0.8590)));
    assertThat(published.stage("wav2vec2-xlsr", "speaker-disjoint", "batch-64")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "published.comparison.models[0].accuracy=53.64 | between 0 and 1",
        "published.comparison.models[0].weighted_f1=-1 | between 0 and 1",
        "published.stages[0].epochs[1].accuracy=56 | stages[0].epochs[1].accuracy must lie",
        "published.stages[0].epochs[1].loss=-1 | must not be negative",
        "published.stages[0].selected_epoch=11 | is 11, but 10 epochs are listed",
        "published.stages[0].selected_epch=9 | Did you mean 'selected_epoch'"
      })
  void publishedFiguresAreCheckedToo(String setting, String message) {
    assertThatThrownBy(() -> loader.load("paper", Overrides.of(List.of(setting), List.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
