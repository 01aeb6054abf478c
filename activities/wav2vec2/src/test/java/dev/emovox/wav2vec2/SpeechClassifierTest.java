package dev.emovox.wav2vec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.Speech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeechClassifierTest {
  private static Golden golden;
  private static SpeechClassifier classifier;

  @BeforeAll
  static void load() {
    golden = Golden.open("base");
    classifier = SpeechClassifier.load(golden.checkpoint(), ComputeDevice.CPU);
  }

  @AfterAll
  static void close() {
    classifier.close();
    golden.close();
  }

  private static double[] alone(float[] clip) {
    return classifier.logits(List.of(clip))[0];
  }

  @Test
  void saysWhatItExpectsAndKnows() {
    assertThat(classifier.samplingRate()).isEqualTo(16_000);
    assertThat(classifier.shortestInput()).isEqualTo(400);
    assertThat(classifier.labels().labels()).containsExactly("neutral", "happy", "sad", "angry");
  }

  @Test
  void givesTransformersLogits() {
    float[] expected = golden.values("alone.logits");
    double[][] logits = classifier.logits(golden.waveforms());
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(logits[i / 4][i % 4] - expected[i])).isLessThan(1e-5);
    }
  }

  @Test
  void manyClipsAreCutIntoBatchesWithoutChangingThem() {
    List<float[]> clips = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      clips.add(Speech.clip(400 + 3511 * i % 60_000, i));
    }
    double[][] logits = classifier.logits(clips);
    for (int i = 0; i < clips.size(); i += 7) {
      double[] alone = alone(clips.get(i));
      for (int c = 0; c < 4; c++) {
        assertThat(Math.abs(logits[i][c] - alone[c])).isLessThan(1e-5);
      }
    }
  }

  @Test
  void theShortestAndTheSilentClipHaveLogits() {
    assertThat(alone(Speech.clip(400, 1))).hasSize(4).doesNotContain(Double.NaN);
    assertThat(alone(new float[5000])).hasSize(4).doesNotContain(Double.NaN);
  }

  @Test
  void loudnessAndOffsetDoNotMatterAfterNormalisation() {
    float[] clip = Speech.clip(5000, 3);
    float[] louder = clip.clone();
    for (int i = 0; i < louder.length; i++) {
      louder[i] = 20 * clip[i] + 3;
    }
    for (int c = 0; c < 4; c++) {
      assertThat(Math.abs(alone(louder)[c] - alone(clip)[c])).isLessThan(1e-3);
    }
  }

  @Test
  void clipsThatCannotBeUsedAreRefusedByNumber() {
    float[] good = Speech.clip(1000, 1);
    assertThatThrownBy(() -> classifier.logits(List.of(good, new float[399])))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Clip 2 is too short")
        .hasMessageContaining("400");
    assertThatThrownBy(() -> classifier.logits(List.of(new float[0])))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("0 samples");
    float[] broken = good.clone();
    broken[77] = Float.NaN;
    assertThatThrownBy(() -> classifier.logits(List.of(broken)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sample 77 is NaN");
    broken[77] = Float.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> classifier.logits(List.of(good, good, broken)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Clip 3");
    assertThatThrownBy(() -> classifier.logits(List.of()))
        .isInstanceOf(InvalidInputException.class);
  }

  /** This checkpoint does not normalise, so values reach the model as they are. */
  @Test
  void aClipForWhichThereAreNoNumbersIsAnError() {
    try (Golden plain = Golden.open("hubert_large");
        SpeechClassifier model = SpeechClassifier.load(plain.checkpoint(), ComputeDevice.CPU)) {
      float[] deafening = new float[1000];
      Arrays.fill(deafening, Float.MAX_VALUE);
      assertThatThrownBy(() -> model.logits(List.of(Speech.clip(1000, 1), deafening)))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("clip 2");
    }
  }

  @Test
  void severalThreadsGetTheSame() throws InterruptedException, ExecutionException {
    List<float[]> clips = List.of(Speech.clip(9000, 1), Speech.clip(3000, 2));
    double[][] expected = classifier.logits(clips);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<double[][]>> results = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        results.add(threads.submit(() -> classifier.logits(clips)));
      }
      for (Future<double[][]> result : results) {
        for (int clip = 0; clip < 2; clip++) {
          for (int c = 0; c < 4; c++) {
            assertThat(Math.abs(result.get()[clip][c] - expected[clip][c])).isLessThan(1e-5);
          }
        }
      }
    } finally {
      threads.shutdown();
    }
  }
}
