package dev.emovox.wav2vec2.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import dev.emovox.wav2vec2.testing.Speech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clip alone and in any batch gives the same logits. */
class ClipIndependenceTest {
  private static final double SAME = 1e-5;

  /** From a single frame to a hundred times that, and two of the same length. */
  private static final int[] SAMPLES = {700, 1000, 4000, 4000, 12_345, 48_000};

  @ParameterizedTest
  @ValueSource(strings = {"base", "xlsr", "hubert", "hubert_large", "weighted", "weighted_large"})
  void inRaggedBatchesOfAnyCompany(String name) {
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.forInference(golden.checkpoint())) {
      List<float[]> clips = clips();
      List<float[]> alone = clips.stream().map(clip -> logits(model, List.of(clip))).toList();
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
      for (int size = 2; size <= SAMPLES.length; size++) {
        Collections.shuffle(order, new Random(size));
        assertSame(model, clips, alone, order.subList(0, size));
      }
    }
  }

  /** Clips of one length are computed together, which is another way through the layers. */
  @ParameterizedTest
  @ValueSource(strings = {"base", "xlsr"})
  void inBatchesOfOneLength(String name) {
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.forInference(golden.checkpoint())) {
      assertSame(
          model,
          clips(),
          clips().stream().map(c -> logits(model, List.of(c))).toList(),
          List.of(2, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "xlsr"})
  void theClassifierCutsManyClipsIntoBatches(String name) {
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.forInference(golden.checkpoint())) {
      float[] alone = logits(model, List.of(Speech.clip(3000, 7)));
      float[] crowd = logits(model, Collections.nCopies(40, Speech.clip(3000, 7)));
      for (int clip = 0; clip < 40; clip++) {
        float[] row = Arrays.copyOfRange(crowd, clip * alone.length, (clip + 1) * alone.length);
        assertThat(Differences.largest(row, alone)).isLessThan(SAME);
      }
    }
  }

  private static List<float[]> clips() {
    List<float[]> clips = new ArrayList<>();
    for (int samples : SAMPLES) {
      clips.add(Speech.clip(samples, clips.size()));
    }
    return clips;
  }

  private static void assertSame(
      LoadedModel model, List<float[]> clips, List<float[]> alone, List<Integer> chosen) {
    float[] together = logits(model, chosen.stream().map(clips::get).toList());
    for (int i = 0; i < chosen.size(); i++) {
      float[] expected = alone.get(chosen.get(i));
      float[] row = Arrays.copyOfRange(together, i * expected.length, (i + 1) * expected.length);
      assertThat(Differences.largest(row, expected))
          .as("clip %d of %s", chosen.get(i), chosen)
          .isLessThan(SAME);
    }
  }

  private static float[] logits(LoadedModel model, List<float[]> clips) {
    return model.forward(clips, ForwardSettings.inference()).logits().toFloatArray();
  }
}
