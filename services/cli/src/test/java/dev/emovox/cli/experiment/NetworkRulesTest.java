package dev.emovox.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.workplace.Checkout;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.Span;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRulesTest {
  private static final ValidationMetric RECALL = ValidationMetric.UNWEIGHTED_AVERAGE_RECALL;

  @TempDir Path folder;

  private final Checkout checkout = Checkout.find(Map.of());

  @BeforeEach
  void writeArchitecture() throws IOException {
    Path small = checkout.root().resolve("configs").resolve("architectures").resolve("small.json");
    Files.copy(small, folder.resolve("small.json"));
  }

  private List<FineTuningSettings> networks(String text, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), text);
    return new ExperimentLoader(checkout.experiments())
        .load(file.toString(), Overrides.of(List.of(settings), List.of()))
        .file()
        .networks();
  }

  private static String all() throws IOException {
    try (var in = NetworkRulesTest.class.getResourceAsStream("/every-network-key.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsEveryKey() throws IOException {
    assertThat(networks(all()).get(0))
        .isEqualTo(
            new FineTuningSettings(
                "tuned",
                new StartingPoint.Pretrained("hub/some-network"),
                Optional.of(0.2),
                8,
                List.of(first(), second())));
  }

  private static TrainingStage first() {
    return new TrainingStage(
        "first",
        9,
        TrainingStage.Resume.WEIGHTS,
        new BatchSettings(32, 90, 4, false),
        new OptimiserSettings(1e-4, 0.02, 0, OptimiserSettings.Schedule.COSINE, 0.1, 10, 0.9),
        new LossSettings(0.1, LossSettings.ClassWeights.BALANCED),
        new FreezingSettings(true, 2),
        TrainingStage.Precision.FLOAT32,
        true,
        new AugmentationSettings(0.5, 6, 20, 0.25, 0.1, steps()),
        new EpochSelection.Chosen(8, "as was done before"),
        Optional.of(new EarlyStopping(ValidationMetric.LOSS, 3)));
  }

  private static List<AugmentationStep> steps() {
    return List.of(
        new AugmentationStep.Noise(NoiseColour.PINK, new Span(5, 20), 0.5),
        new AugmentationStep.Reverberation(new Span(0.2, 0.8), 1),
        new AugmentationStep.Telephone(0.3));
  }

  private static TrainingStage second() {
    return stage(
        "second",
        5,
        TrainingStage.Resume.FULL_STATE,
        new BatchSettings(64, 120, 1, true),
        new EpochSelection.Best(ValidationMetric.ACCURACY));
  }

  private static TrainingStage stage(
      String name,
      int epochs,
      TrainingStage.Resume resume,
      BatchSettings batches,
      EpochSelection selection) {
    return new TrainingStage(
        name,
        epochs,
        resume,
        batches,
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
        new LossSettings(0, LossSettings.ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        TrainingStage.Precision.FLOAT32,
        false,
        new AugmentationSettings(0, 0, 0, 0),
        selection,
        Optional.empty());
  }

  @Test
  void aFewLinesAreEnough() throws IOException {
    FineTuningSettings grown =
        networks(all(), "networks[1].stages[0].optimiser.learning_rate=1e-4").get(1);
    assertThat(grown)
        .isEqualTo(
            new FineTuningSettings(
                "grown",
                new StartingPoint.Scratch("small.json"),
                Optional.empty(),
                15,
                List.of(
                    stage(
                        "only",
                        1,
                        TrainingStage.Resume.WEIGHTS,
                        new BatchSettings(8, 120, 1, true),
                        new EpochSelection.Best(RECALL)))));
  }

  @Test
  void singleSettingsCanBeSetEvenWhereTheirBlockIsLeftOut() throws IOException {
    List<FineTuningSettings> changed =
        networks(
            all(),
            "networks[0].stages[1].epochs=2",
            "networks[0].stages[1].loss.label_smoothing=0.2",
            "networks[*].stages[*].batches.clips=3");
    assertThat(changed.get(0).stages().get(1).epochs()).isEqualTo(2);
    assertThat(changed.get(0).stages().get(1).loss().labelSmoothing()).isEqualTo(0.2);
    assertThat(changed)
        .flatExtracting(FineTuningSettings::stages)
        .extracting(stage -> stage.batches().clips())
        .containsExactly(3, 3, 3);
  }

  @Test
  void presetsAreTheirStepsBeforeTheStagesOwn() throws IOException {
    AugmentationSettings augmentation =
        networks(all(), "networks[0].stages[0].augmentation.preset=speed")
            .get(0)
            .stages()
            .get(0)
            .augmentation();
    assertThat(augmentation.preset()).isEmpty();
    assertThat(augmentation.steps()).hasSize(4).endsWith(steps().toArray(AugmentationStep[]::new));
    assertThat(augmentation.steps().get(0))
        .isEqualTo(new AugmentationStep.Speed(new Span(0.9, 1.1), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "networks[0].name=Big One | a name has lower-case letters",
        "networks[1].name=tuned | repeats 'tuned'",
        "networks[0].longest_seconds=0 | above 0",
        "networks[0].validation_share=1 | between 0 and 1, both left out",
        "networks[0].validation_share=1.5 | between 0 and 1",
        "networks[0].validation_shard=0.2 | Did you mean 'validation_share'",
        "networks[0].stages=[] | at least one stage",
        "networks[0].stages[1].name=first | repeats 'first'",
        "networks[0].stages[1].name=a b | a name has lower-case letters",
        "networks[0].stages[1].epochs=0 | at least 1",
        "networks[0].stages[1].epochs=495 | 504 epochs together; a network can have 500",
        "networks[0].stages[0].resume=full-state | before the first stage there is no state",
        "networks[0].stages[1].resume=wieghts | Did you mean 'weights'",
        "networks[0].stages[0].batches.clips=0 | at least 1",
        "networks[0].stages[0].batches.seconds=0 | above 0",
        "networks[0].stages[0].batches.accumulation=0 | at least 1",
        "networks[0].stages[0].batches.clip=4 | Did you mean 'clips'",
        "networks[0].stages[0].optimiser.learning_rate=0 | above 0",
        "networks[0].stages[0].optimiser.learning_rate=1e999 | expected a number",
        "networks[0].stages[0].optimiser.weight_decay=-1 | must not be negative",
        "networks[0].stages[0].optimiser.clip_norm=-1 | must not be negative",
        "networks[0].stages[0].optimiser.warm_up=2 | between 0 and 1",
        "networks[0].stages[0].optimiser.head_factor=0 | above 0",
        "networks[0].stages[0].optimiser.layer_decay=0 | above 0",
        "networks[0].stages[0].optimiser.layer_decay=1.1 | between 0 and 1",
        "networks[0].stages[0].optimiser.schedule=linaer | Did you mean 'linear'",
        "networks[0].stages[0].loss.label_smoothing=1 | at least 0 and below 1",
        "networks[0].stages[0].loss.class_weights=balance | Did you mean 'balanced'",
        "networks[0].stages[0].freezing.lowest_layers=-1 | at least 0",
        "networks[1].stages[0].freezing.lowest_layers=5 | is 5, but the network has 2 layers",
        "networks[0].stages[0].precision=bfloat16 | Leave it out: float32 is the default",
        "networks[0].stages[0].augmentation.probability=2 | between 0 and 1",
        "networks[0].stages[0].augmentation.gain_decibels=-1 | must not be negative",
        "networks[0].stages[0].augmentation.noise_decibels=-1 | must not be negative",
        "networks[0].stages[0].augmentation.shift_seconds=-1 | must not be negative",
        "networks[0].stages[0].augmentation.speed=0.6 | between 0 and 0.5",
        "networks[0].stages[0].augmentation.sped=0.1 | Did you mean 'speed'",
        "networks[0].stages[0].augmentation.preset=telephon | Did you mean 'telephone'",
        "networks[0].stages[1].augmentation.preset=paper-seven-versions | the same for every clip",
        "networks[0].stages[0].augmentation.steps[0].kind=nois | Did you mean 'noise'",
        "networks[0].stages[0].augmentation.steps[0].colour=pnk | Did you mean 'pink'",
        "networks[0].stages[0].augmentation.steps[0].snr=[20, 5] | steps[0].snr is [20.0, 5.0]; it must be [least, most]",
        "networks[0].stages[0].augmentation.steps[0].snr=[1, 2, 3] | has 3 numbers",
        "networks[0].stages[0].augmentation.steps[1].rt60=[0, 1] | from 0.1 to 5.0",
        "networks[0].stages[0].augmentation.steps[2].probability=2 | between 0 and 1",
        "networks[0].stages[0].selection.epoch=10 | is 10, but the stage has 9 epochs",
        "networks[0].stages[0].epochs=2 | is 8, but the stage has 2 epochs",
        "networks[0].stages[0].selection.reason=' ' | say why it was made",
        "networks[0].stages[0].selection={policy: epoch, epoch: 1} | the key 'reason' is missing",
        "networks[0].stages[0].selection={policy: bets} | Did you mean 'best'",
        "networks[0].stages[1].selection.metric=f1 | Possible: loss, accuracy",
        "networks[0].stages[0].early_stopping.patience=0 | at least 1",
        "networks[0].start.kind=pretraind | Did you mean 'pretrained'",
        "networks[0].start.source=sha256:12 | has sha256: and 64 digits",
        "networks[0].start.source=nowhere | names no checkpoint",
        "networks[1].start.architecture=nowhere.json | There is no nowhere.json beside the experiment in",
        "networks[1].start.architecture=x.yaml | names no architecture"
      })
  void reportsEveryMistake(String setting, String message) {
    assertThatThrownBy(() -> networks(all(), setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void mistakesInTheFileAreReportedWithTheirLine() {
    assertThatThrownBy(() -> networks(all().replace("epoch: 8", "epoch: 10")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x.yaml, line 25: networks[0].stages[0].selection.epoch is 10");
    assertThatThrownBy(() -> networks(all().replace("small.json", "none.json")))
        .hasMessageContaining("x.yaml, line 34: networks[1].start.architecture");
    assertThatThrownBy(() -> networks(all().replace("seconds: 90", "secconds: 90")))
        .hasMessageContaining("line 12")
        .hasMessageContaining("Did you mean 'seconds'");
  }

  @Test
  void baselinesNeedFeaturesAndNamesOfTheirOwn() {
    String forest = "models: [{name: NAME, kind: random-forest, trees: 5, min_leaf_clips: 1}]\n";
    assertThatThrownBy(() -> networks(all() + forest.replace("NAME", "rf")))
        .hasMessageContaining("features is missing")
        .hasMessageContaining("x.yaml");
    assertThatThrownBy(
            () -> networks(all() + forest.replace("NAME", "grown") + "features: {set: paper}\n"))
        .hasMessageContaining("networks[1].name is 'grown', as one of the models is called already")
        .hasMessageContaining("line 33");
  }

  @Test
  void somethingMustBeTrained() {
    assertThatThrownBy(() -> networks(all(), "networks=[]"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("name at least one model of either kind");
  }
}
