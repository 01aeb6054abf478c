package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.config.SpecAugmentConfig;
import dev.emovox.wav2vec2.config.SpecAugmentConfig.Spans;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpecAugmentTest {
  private static final Spans NONE = new Spans(0, 2, 0);
  private static final Spans SOME = new Spans(0.4, 2, 0);
  private static final int CHANNELS = 16;
  private static final float EMBEDDING = 7;

  private final Tensors tensors = new Tensors();
  private final FrameLayout layout = FrameLayout.packed(List.of(20, 5, 1));

  @AfterEach
  void close() {
    tensors.close();
  }

  /** Rows of ones, masked. */
  private float[][] masked(SpecAugmentConfig config, long seed) {
    NDArray embedding = tensors.manager().full(new Shape(CHANNELS), EMBEDDING);
    SpecAugment augment = new SpecAugment(config, new NamedTensors(name -> embedding, ""));
    NDArray states = tensors.manager().ones(new Shape(layout.totalRows(), CHANNELS));
    float[] values = augment.forward(states, layout, new Randomness(seed)).toFloatArray();
    float[][] rows = new float[layout.totalRows()][CHANNELS];
    for (int i = 0; i < values.length; i++) {
      rows[i / CHANNELS][i % CHANNELS] = values[i];
    }
    return rows;
  }

  private static int count(float[] row, float value) {
    return (int) IntStream.range(0, row.length).filter(i -> row[i] == value).count();
  }

  @Test
  void framesBecomeTheLearnedVector() {
    int masked = 0;
    for (float[] row : masked(new SpecAugmentConfig(true, SOME, NONE), 3)) {
      assertThat(count(row, EMBEDDING)).isIn(0, CHANNELS);
      masked += count(row, EMBEDDING) / CHANNELS;
    }
    assertThat(masked).isBetween(2, 12);
  }

  @Test
  void theLastClipIsShorterThanASpanAndStays() {
    float[][] rows = masked(new SpecAugmentConfig(true, new Spans(1, 2, 1), NONE), 3);
    assertThat(count(rows[25], 1)).isEqualTo(CHANNELS);
  }

  @Test
  void channelsBecomeZeroInAllFramesOfAClip() {
    float[][] rows = masked(new SpecAugmentConfig(true, NONE, SOME), 4);
    assertThat(rows[1]).containsExactly(rows[0]);
    assertThat(rows[24]).containsExactly(rows[20]);
    assertThat(count(rows[0], 0)).isBetween(2, 8);
    assertThat(List.of(rows[0], rows[20], rows[25]))
        .as("each clip has channels of its own")
        .anySatisfy(row -> assertThat(row).isNotEqualTo(rows[0]));
  }

  @Test
  void itCanBeSwitchedOff() {
    for (float[] row : masked(new SpecAugmentConfig(false, SOME, SOME), 4)) {
      assertThat(count(row, 1)).isEqualTo(CHANNELS);
    }
  }
}
