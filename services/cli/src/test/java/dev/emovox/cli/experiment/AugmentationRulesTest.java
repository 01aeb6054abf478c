package dev.emovox.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.workplace.Checkout;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationRulesTest {
  private static final String TEXT =
      """
      experiment: small
      splits: [{name: random, policy: stratified-random, train: 0.7, validation: 0.15, test: 0.15}]
      features: {set: paper}
      models:
        - name: rf
          kind: random-forest
          trees: 5
          min_leaf_clips: 1
          augmentation: {preset: speed, copies: 3, steps: [{kind: gain, decibels: [-6, 6]}]}
        - {name: lr, kind: logistic-regression, l2: 1, max_iterations: 9}
      registration: {split: random}
      """;

  @TempDir Path folder;

  private final ExperimentLoader loader =
      new ExperimentLoader(Checkout.find(Map.of()).experiments());

  private List<BaselineSettings> models(String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), TEXT);
    return loader.load(file.toString(), Overrides.of(List.of(settings), List.of())).file().models();
  }

  @Test
  void aPresetsStepsComeBeforeTheOwnAndItsNameIsTheSets() throws IOException {
    OfflineAugmentation augmentation = models().get(0).augmentation().orElseThrow();

    assertThat(augmentation)
        .isEqualTo(
            new OfflineAugmentation(
                Optional.of("speed"),
                3,
                16_000,
                List.of(
                    new AugmentationStep.Speed(new Span(0.9, 1.1), 1),
                    new AugmentationStep.Gain(new Span(-6, 6), 1)),
                Optional.empty()));
    assertThat(models().get(1).augmentation()).isEmpty();
  }

  @Test
  void readsEveryKey() throws IOException {
    assertThat(
            models(
                    "features.sample_rate=8000",
                    "models[0].augmentation={name: louder, copies: 3, sample_rate: 8000, steps:"
                        + " [{kind: gain, decibels: [0, 6], probability: 0.5}]}")
                .get(0)
                .augmentation())
        .hasValue(
            new OfflineAugmentation(
                Optional.of("louder"),
                3,
                8_000,
                List.of(new AugmentationStep.Gain(new Span(0, 6), 0.5)),
                Optional.empty()));
  }

  @Test
  void theSameAugmentationOfTwoModelsIsOne() throws IOException {
    List<BaselineSettings> models =
        models(
            "models[0].augmentation={preset: gentle, copies: 2}",
            "models[1].augmentation={preset: gentle, copies: 2}");

    assertThat(models.get(0).augmentation()).isEqualTo(models.get(1).augmentation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models[0].augmentation.copies=0 | models[0].augmentation.copies must be between 1 and 100",
        "models[0].augmentation.copies=101 | models[0].augmentation.copies must be between 1 and 100",
        "models[0].augmentation.copies=two | a whole number",
        "models[0].augmentation.preset=sped | Did you mean 'speed'",
        "models[0].augmentation.preset=paper-seven-versions | the same for every clip",
        "models[0].augmentation.sample_rate=8000 | below the 16000 hertz",
        "models[0].augmentation.sample_rate=1000000 | must be between 4000 and 192000",
        "models[0].augmentation={copies: 2} | does nothing",
        "models[0].augmentation.name=No | lower-case letters",
        "models[0].augmentation.copy=2 | there is no such key",
        "models[0].augmentation.steps=[{kind: gain, decibels: [-90, 6]}] | decibels",
        "models[1].augmentation={preset: speed, copies: 2} | does something else",
      })
  void whatIsWrongIsRefusedWithItsPlace(String setting, String message) {
    assertThatThrownBy(() -> models(setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("--set");
  }

  @Test
  void aMistakeInTheFileHasItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("y.yaml"), TEXT.replace("copies: 3", "copies: 0"));

    assertThatThrownBy(() -> loader.load(file.toString(), Overrides.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("y.yaml, line 9");
  }
}
