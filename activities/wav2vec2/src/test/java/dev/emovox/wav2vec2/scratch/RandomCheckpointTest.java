package dev.emovox.wav2vec2.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.checkpoint.Float32;
import dev.emovox.wav2vec2.testing.TinyNetwork;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomCheckpointTest {
  private static final String ENCODER = "wav2vec2.";

  @TempDir Path folder;

  @Test
  void isACheckpointLikeAnyOther() {
    try (Checkpoint checkpoint = write("one", 1)) {
      assertThat(checkpoint.absent()).isEmpty();
      assertThat(checkpoint.config().labels()).isEqualTo(TinyNetwork.LABELS);
      assertThat(checkpoint.preprocessor().samplingRate()).isEqualTo(16_000);
      assertThat(checkpoint.preprocessor().attentionMask()).isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    try (Checkpoint one = write("one", 1);
        Checkpoint again = write("again", 1);
        Checkpoint other = write("other", 2)) {
      assertThat(again.digest()).isEqualTo(one.digest());
      assertThat(other.digest()).isNotEqualTo(one.digest());
    }
  }

  @Test
  void numbersAreDistributedAsInTransformers() {
    try (Checkpoint checkpoint = write("one", 1)) {
      String convolution = ENCODER + "feature_extractor.conv_layers.1.conv.";
      assertThat(deviation(checkpoint, convolution + "weight"))
          .isCloseTo(Math.sqrt(2 / 64.0), within(0.02));
      assertThat(largest(checkpoint, convolution + "bias")).isBetween(0.02, 1 / 8.0);
      assertThat(largest(checkpoint, ENCODER + "feature_projection.projection.weight"))
          .isCloseTo(Math.sqrt(1 / 8.0), within(0.03));
      assertThat(
              deviation(checkpoint, ENCODER + "encoder.layers.0.feed_forward.output_dense.weight"))
          .isCloseTo(0.1, within(0.01));
      assertThat(largest(checkpoint, ENCODER + "encoder.layers.0.attention.q_proj.bias")).isZero();
      assertThat(deviation(checkpoint, ENCODER + "encoder.layers.2.layer_norm.weight"))
          .isEqualTo(1);
      assertThat(largest(checkpoint, ENCODER + "masked_spec_embed")).isBetween(0.5, 1.0);
    }
  }

  @Test
  void positionalConvolutionIsItsDirections() {
    try (Checkpoint checkpoint = write("one", 1)) {
      String weight = ENCODER + "encoder.pos_conv_embed.conv.parametrizations.weight.original";
      assertThat(deviation(checkpoint, weight + 1))
          .isCloseTo(2 * Math.sqrt(1 / (6.0 * 16)), within(0.02));
      double squares = 0;
      for (float norm : values(checkpoint, weight + 0)) {
        squares += norm * norm;
      }
      double all = deviation(checkpoint, weight + 1);
      assertThat(squares).isCloseTo(all * all * 16 * 8 * 6, within(1e-3));
    }
  }

  @Test
  void whatIsNoArchitectureIsRefused() {
    for (String text : new String[] {"", "{", "[]", "{\"model_type\": \"bert\"}"}) {
      assertThatThrownBy(() -> RandomCheckpoint.of(text, TinyNetwork.LABELS, 1))
          .as(text)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("config.json");
    }
  }

  @Test
  void theFirstLayerMayStartAsAFilterBank() {
    String convolution = ENCODER + "feature_extractor.conv_layers.0.conv.";
    try (Checkpoint plain = write("plain", withFirstLayer("random"), 1);
        Checkpoint same = write("same", 1);
        Checkpoint bank = write("bank", withFirstLayer("filter-bank"), 1)) {
      assertThat(values(plain, convolution + "weight"))
          .isEqualTo(values(same, convolution + "weight"));
      assertThat(values(bank, convolution + "weight"))
          .isEqualTo(new FilterBank(8, 10, 5, 16_000).weights());
      assertThat(largest(bank, convolution + "bias")).isBetween(0.4, 1.0);
    }
    assertThatThrownBy(() -> RandomCheckpoint.of(withFirstLayer("mel"), TinyNetwork.LABELS, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'emovox_first_layer': \"mel\"");
  }

  private static String withFirstLayer(String start) {
    return TinyNetwork.ARCHITECTURE.replaceFirst(
        "\\{", "{\"emovox_first_layer\": \"" + start + "\",");
  }

  private Checkpoint write(String name, long seed) {
    return write(name, TinyNetwork.ARCHITECTURE, seed);
  }

  private Checkpoint write(String name, String architecture, long seed) {
    RandomCheckpoint.of(architecture, TinyNetwork.LABELS, seed).write(folder.resolve(name));
    return CheckpointFolder.open(folder.resolve(name));
  }

  private static float[] values(Checkpoint checkpoint, String name) {
    FloatBuffer buffer = Float32.of(checkpoint.parameter(name)).asFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static double deviation(Checkpoint checkpoint, String name) {
    double squares = 0;
    float[] values = values(checkpoint, name);
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static double largest(Checkpoint checkpoint, String name) {
    double largest = 0;
    for (float value : values(checkpoint, name)) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
