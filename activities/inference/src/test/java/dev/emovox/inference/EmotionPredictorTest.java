package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SpeechTrimming;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmotionPredictorTest {

  static Stream<BaselineSettings> settings() {
    return SampleModels.settings();
  }

  private static EmotionPredictor predictor(BaselineSettings settings) {
    BaselinePackage packed = SampleModels.pack(settings);
    return new PackageReader().read(new MemoryFiles(packed)).load(ComputeDevice.CPU);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void predictsTheSameBitsAsTheTrainingPath(BaselineSettings settings) {
    BaselineModel fitted = SampleModels.fit(settings, SampleModels.LABELS);
    FeatureExtractor extractor = new FeatureExtractor(SampleModels.SETTINGS);
    try (EmotionPredictor predictor = predictor(settings)) {
      for (int i = 0; i < 20; i++) {
        AudioClip clip = SampleModels.tone(100 + 60 * i, 1000 + i);
        Prediction prediction = predictor.predict(clip);
        double[] vector = extractor.vector(clip);
        assertThat(prediction.probabilities()).isEqualTo(fitted.probabilities(vector));
        assertThat(prediction.logits()).isEqualTo(fitted.logits(vector));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aPackageMakesTheVersionsItsModelLearntFrom(BaselineSettings settings) {
    BaselineModel fitted = SampleModels.fit(settings, SampleModels.VERSIONS);
    BaselinePackage packed =
        BaselinePackage.of(
            new PackageContents(fitted, SampleModels.VERSIONS, SampleModels.PROVENANCE));
    FeatureExtractor extractor = new FeatureExtractor(SampleModels.VERSIONS);
    ModelPackage read = new PackageReader().read(new MemoryFiles(packed));
    assertThat(read.preprocessing()).isEqualTo(new Preprocessing.Features(SampleModels.VERSIONS));
    try (EmotionPredictor predictor = read.load(ComputeDevice.CPU)) {
      AudioClip clip = SampleModels.tone(150, 5);
      double[] logits = fitted.logits(extractor.vector(clip));
      assertThat(predictor.predict(clip).logits()).isEqualTo(logits);
      assertThat(predictor.predict(clip).logits()).isEqualTo(logits);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aPackageThatTrimsIsServedTrimmed(BaselineSettings settings) {
    FeatureSettings trimmed = SampleModels.SETTINGS.trimmed(new SpeechTrimming(6, 40, 0));
    BaselineModel fitted = SampleModels.fit(settings, trimmed);
    BaselinePackage packed =
        BaselinePackage.of(new PackageContents(fitted, trimmed, SampleModels.PROVENANCE));
    AudioClip loud = SampleModels.tone(150, 5);
    AudioClip late = new AudioClip(new float[loud.samples().length * 3], loud.sampleRate());
    System.arraycopy(
        loud.samples(), 0, late.samples(), loud.samples().length, loud.samples().length);
    double[] vector = new FeatureExtractor(trimmed).vector(late);
    assertThat(vector).isNotEqualTo(new FeatureExtractor(SampleModels.SETTINGS).vector(late));

    ModelPackage read = new PackageReader().read(new MemoryFiles(packed));
    assertThat(read.preprocessing()).isEqualTo(new Preprocessing.Features(trimmed));
    try (EmotionPredictor predictor = read.load(ComputeDevice.CPU)) {
      assertThat(predictor.predict(late).logits()).isEqualTo(fitted.logits(vector));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void tellsLowFromHigh(BaselineSettings settings) {
    try (EmotionPredictor predictor = predictor(settings)) {
      assertThat(predictor.labels()).isEqualTo(SampleModels.LABELS);
      Prediction low = predictor.predict(SampleModels.tone(150, 77));
      assertThat(low.label()).isEqualTo("low");
      assertThat(predictor.predict(SampleModels.tone(900, 78)).label()).isEqualTo("high");
      assertThat(Arrays.stream(low.probabilities()).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void threadsGetWhatOneThreadGets(BaselineSettings settings) {
    try (EmotionPredictor predictor = predictor(settings)) {
      List<double[]> alone = IntStream.range(0, 40).mapToObj(i -> logits(predictor, i)).toList();
      List<double[]> together =
          IntStream.range(0, 40).parallel().mapToObj(i -> logits(predictor, i)).toList();
      for (int i = 0; i < 40; i++) {
        assertThat(together.get(i)).isEqualTo(alone.get(i));
      }
    }
  }

  private static double[] logits(EmotionPredictor predictor, int i) {
    return predictor.predict(SampleModels.tone(100 + 20 * i, i)).logits();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void samplesThatAreNotNumbersAreRefused(BaselineSettings settings) {
    float[] samples = new float[8000];
    Arrays.fill(samples, Float.NaN);
    try (EmotionPredictor predictor = predictor(settings)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> predictor.predict(new AudioClip(samples, 16_000)));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aClosedPredictorSaysSo(BaselineSettings settings) {
    EmotionPredictor predictor = predictor(settings);
    predictor.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> predictor.predict(SampleModels.tone(150, 1)));
  }
}
