package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings travel as JSON through workflow histories, where they must stay what they are. */
class SettingsJsonTest {
  private final ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());

  @Test
  void aFineTuningComesBackAsItWas() throws JsonProcessingException {
    FineTuningSettings settings =
        new FineTuningSettings(
            "xlsr",
            new StartingPoint.Pretrained("facebook/wav2vec2-large-xlsr-53@main"),
            Optional.of(0.2),
            15,
            List.of(
                stage("first", new EpochSelection.Chosen(8, "the paper's choice")),
                stage("second", new EpochSelection.Best(ValidationMetric.ACCURACY)),
                stage("third", new EpochSelection.Last())));
    assertThat(back(settings, FineTuningSettings.class)).isEqualTo(settings);
  }

  @Test
  void everyKindOfModelAndStartComesBackAsItWas() throws JsonProcessingException {
    StartingPoint scratch = new StartingPoint.Scratch("{}");
    BaselineSettings regression = new BaselineSettings.LogisticRegression("a", 1, 1000);
    BaselineSettings forest = new BaselineSettings.RandomForest("b", 100, 1);
    assertThat(back(scratch, StartingPoint.class)).isEqualTo(scratch);
    assertThat(back(regression, BaselineSettings.class)).isEqualTo(regression);
    assertThat(back(forest, BaselineSettings.class)).isEqualTo(forest);
    assertThat(regression.kind()).isEqualTo("logistic-regression");
    assertThat(forest.kind()).isEqualTo("random-forest");
  }

  @Test
  void featuresOfTheClipAloneAreWrittenAsBeforeThereWereVersions() throws JsonProcessingException {
    FeatureSettings before =
        new FeatureSettings("paper", 16_000, 3.0, true, 0.1, 2048, 512, 40, 128, 12, 6, true);
    assertThat(json.writeValueAsString(before)).endsWith("\"unitLength\":true}");
    assertThat(back(before, FeatureSettings.class)).isEqualTo(before);
    assertThat(before.loudnessScope()).isEqualTo(LoudnessScope.CUT);
    assertThat(before.pooled()).isEqualTo(FeaturePooling.MEANS);
    assertThat(before.trimming()).isEmpty();
    FeatureSettings trimmed = before.trimmed(SpeechTrimming.standard());
    assertThat(back(trimmed, FeatureSettings.class)).isEqualTo(trimmed);
    assertThat(FeatureSettings.paperSevenVersions().loudnessScope()).isEqualTo(LoudnessScope.WHOLE);
    assertThat(json.writeValueAsString(new BaselineSettings.RandomForest("b", 100, 1)))
        .endsWith("\"minLeafClips\":1}");
  }

  @Test
  void augmentationWithoutSpeedIsWrittenAsBeforeThereWasSpeed() throws JsonProcessingException {
    String before =
        "{\"probability\":0.5,\"gainDecibels\":6.0,\"noiseDecibels\":20.0,\"shiftSeconds\":0.1}";
    AugmentationSettings settings = new AugmentationSettings(0.5, 6, 20, 0.1);
    assertThat(json.writeValueAsString(settings)).isEqualTo(before);
    assertThat(json.readValue(before, AugmentationSettings.class)).isEqualTo(settings);
  }

  @Test
  void namedFeatureSetsComeBackAsTheyWere() throws JsonProcessingException {
    for (FeatureSettings set : FeatureSettings.named()) {
      assertThat(back(set, FeatureSettings.class)).isEqualTo(set);
    }
    assertThat(FeatureSettings.named())
        .extracting(FeatureSettings::size)
        .containsExactly(59, 413, 608);
  }

  private static TrainingStage stage(String name, EpochSelection selection) {
    return new TrainingStage(
        name,
        9,
        TrainingStage.Resume.FULL_STATE,
        new BatchSettings(32, 120, 4, true),
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.COSINE, 0.1, 1, 0.9),
        new LossSettings(0.1, LossSettings.ClassWeights.BALANCED),
        new FreezingSettings(true, 2),
        TrainingStage.Precision.FLOAT32,
        true,
        new AugmentationSettings(0.5, 6, 20, 0.1, 0.05, steps()),
        selection,
        Optional.of(new EarlyStopping(ValidationMetric.LOSS, 3)));
  }

  private static List<AugmentationStep> steps() {
    return List.of(
        new AugmentationStep.Noise(NoiseColour.PINK, new Span(5, 20), 0.5),
        new AugmentationStep.Reverberation(new Span(0.2, 0.8), 1),
        new AugmentationStep.Gain(Span.of(3), 1),
        new AugmentationStep.Shift(new Span(0, 0.1), 1),
        new AugmentationStep.Trim(new Span(0, 0.3), 1),
        new AugmentationStep.Speed(new Span(0.9, 1.1), 1),
        new AugmentationStep.TimeStretch(new Span(0.9, 1.1), 1),
        new AugmentationStep.PitchShift(new Span(-2, 2), 1),
        new AugmentationStep.Telephone(0.1),
        new AugmentationStep.MuLaw(0.1));
  }

  private <T> T back(T value, Class<T> type) throws JsonProcessingException {
    return json.readValue(json.writeValueAsString(value), type);
  }
}
