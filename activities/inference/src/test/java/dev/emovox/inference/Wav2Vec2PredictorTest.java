package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.UnusableAudioException.Reason;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Wav2Vec2PredictorTest {
  @TempDir static Path temporary;

  private static Path folder;
  private static EmotionPredictor predictor;

  @BeforeAll
  static void load() throws IOException {
    folder = TinyCheckpoint.write(temporary.resolve("tiny"));
    predictor = open();
  }

  @AfterAll
  static void close() {
    predictor.close();
  }

  /** The folder is closed at once: a predictor does not need it any more. */
  private static EmotionPredictor open() {
    try (LoadableModel model = ModelFolder.open(folder)) {
      return model.load(ComputeDevice.CPU);
    }
  }

  private static AudioClip noise(double seconds, int rate, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (seconds * rate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.2 * random.nextGaussian() + 0.3 * Math.sin(0.01 * seed * i));
    }
    return new AudioClip(samples, rate);
  }

  @Test
  void probabilitiesAreTheSoftmaxOfLogits() {
    Prediction prediction = predictor.predict(noise(1, 16_000, 3));
    double[] powers = Arrays.stream(prediction.logits()).map(Math::exp).toArray();
    double sum = Arrays.stream(powers).sum();
    for (int i = 0; i < powers.length; i++) {
      assertThat(prediction.probabilities()[i]).isCloseTo(powers[i] / sum, within(1e-12));
    }
    assertThat(prediction.probabilities()[predictor.labels().index(prediction.label())])
        .isEqualTo(Arrays.stream(prediction.probabilities()).max().orElseThrow());
  }

  @Test
  void aClipAloneAndInAnyBatchGivesTheSamePrediction() {
    List<AudioClip> clips =
        List.of(
            noise(0.9, 16_000, 1),
            noise(2.3, 48_000, 2),
            noise(0.1, 16_000, 3),
            noise(1.1, 8_000, 4),
            noise(40, 16_000, 5));
    List<Prediction> batch = predictor.predict(clips);
    List<Prediction> two = predictor.predict(List.of(clips.get(4), clips.get(2)));
    for (int i = 0; i < clips.size(); i++) {
      assertThat(batch.get(i).logits())
          .containsExactly(predictor.predict(clips.get(i)).logits(), within(1e-5));
    }
    assertThat(two.get(1).logits()).containsExactly(batch.get(2).logits(), within(1e-5));
    assertThat(predictor.predict(List.of())).isEmpty();
  }

  @Test
  void aPreparedClipGivesExactlyWhatTheClipGives() {
    AudioClip clip = noise(1.3, 44_100, 8);
    AudioClip prepared = predictor.prepare(clip);
    assertThat(prepared.sampleRate()).isEqualTo(16_000);
    assertThat(predictor.prepare(prepared).samples()).isEqualTo(prepared.samples());
    assertThat(predictor.predict(prepared).logits()).isEqualTo(predictor.predict(clip).logits());
    assertThat(predictor.gainsFromBatches()).isTrue();
  }

  @Test
  void aClipThatCannotBeHeardCannotBePreparedEither() {
    assertThatExceptionOfType(UnusableAudioException.class)
        .isThrownBy(() -> predictor.prepare(new AudioClip(new float[399], 16_000)));
  }

  @Test
  void clipsAreResampledToTheCheckpointsRate() {
    AudioClip clip = noise(1, 44_100, 6);
    AudioClip resampled = new Resampler().resample(clip, 16_000);
    assertThat(predictor.predict(clip).logits())
        .containsExactly(predictor.predict(resampled).logits(), within(1e-9));
  }

  @Test
  void aFineTunedNetworkHearsAsMuchOfAClipAsItWasTrainedOn() throws IOException {
    FineTuning training =
        new FineTuning(
            Digest.of("m"), Digest.of("s"), Digest.of("c"), Digest.of("p"), Digest.of("e"), 0.5);
    CheckpointProvenance provenance =
        new CheckpointProvenance(TinyCheckpoint.PROVENANCE.base(), Optional.of(training), "1.0");
    Path cut = TinyCheckpoint.write(temporary.resolve("cut"));
    AudioClip clip = noise(130, 16_000, 11);
    AudioClip beginning = new AudioClip(Arrays.copyOf(clip.samples(), 8_000), 16_000);

    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(cut, provenance);
        EmotionPredictor hears = sealed.load(ComputeDevice.CPU)) {
      assertThat(sealed.preprocessing())
          .isEqualTo(new Preprocessing.Waveform(16_000, true, Optional.of(0.5)));
      assertThat(hears.predict(clip).logits())
          .containsExactly(predictor.predict(beginning).logits(), within(1e-6));
    }
  }

  @Test
  void differentSoundsGiveDifferentLogits() {
    assertThat(predictor.predict(noise(1, 16_000, 7)).logits())
        .isNotEqualTo(predictor.predict(noise(1, 16_000, 9)).logits());
  }

  @Test
  void clipsThatCannotBeHeardAreRefused() {
    refused(new AudioClip(new float[399], 16_000), Reason.TOO_SHORT, "at least 0.0250 s");
    refused(new AudioClip(new float[0], 16_000), Reason.TOO_SHORT, "0.0000 s");
    refused(new AudioClip(new float[121 * 8_000], 8_000), Reason.TOO_LONG, "at most 120 s");
    AudioClip broken = noise(1, 16_000, 1);
    broken.samples()[77] = Float.NaN;
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> predictor.predict(List.of(noise(1, 16_000, 2), broken)));
  }

  private static void refused(AudioClip clip, Reason reason, String text) {
    assertThatExceptionOfType(UnusableAudioException.class)
        .isThrownBy(() -> predictor.predict(clip))
        .withMessageContaining(text)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void threadsGetWhatOneThreadGets() {
    List<double[]> alone = IntStream.range(0, 16).mapToObj(i -> logits(predictor, i)).toList();
    List<double[]> together =
        IntStream.range(0, 16).parallel().mapToObj(i -> logits(predictor, i)).toList();
    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i)).containsExactly(alone.get(i), within(1e-6));
    }
  }

  private static double[] logits(EmotionPredictor predictor, int i) {
    return predictor.predict(noise(0.2 + 0.05 * i, 16_000, i)).logits();
  }

  @Test
  void closingWaitsForPredictionsAndRefusesLaterOnes() {
    EmotionPredictor closing = open();
    List<Boolean> answered =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                i -> {
                  if (i == 20) {
                    closing.close();
                  }
                  return answers(closing, i);
                })
            .toList();
    assertThat(answered).contains(false);
    closing.close();
    assertThatIllegalStateException().isThrownBy(() -> logits(closing, 1));
  }

  private static boolean answers(EmotionPredictor closing, int i) {
    try {
      return logits(closing, i).length == 3;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
