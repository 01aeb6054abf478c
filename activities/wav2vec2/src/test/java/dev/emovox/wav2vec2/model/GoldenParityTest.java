package dev.emovox.wav2vec2.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that PyTorch and transformers compute for small checkpoints, and every gradient. */
class GoldenParityTest {
  private static final double OUTPUT = 1e-5;
  private static final double GRADIENT = 1e-4;

  /**
   * Below this share of the norm of all gradients together, a gradient is zero but for rounding:
   * that of the key's bias is zero by theory, as softmax does not change when all scores do.
   */
  private static final double ZERO = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "base, alone",
    "base, batch",
    "xlsr, alone",
    "xlsr, batch",
    "hubert, alone",
    "hubert, batch",
    "hubert_large, alone",
    "hubert_large, batch",
    "weighted, alone",
    "weighted, batch",
    "weighted_large, alone",
    "weighted_large, batch",
    "adapter, alone",
    "adapter, batch",
    "masked, batch"
  })
  void computesWhatTransformersComputes(String name, String kind) {
    BatchMode mode = kind.equals("alone") ? BatchMode.CLIP_INDEPENDENT : BatchMode.HUGGING_FACE;
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.of(golden.checkpoint())) {
      ForwardSettings settings = new ForwardSettings(name.equals("masked"), 5, mode, true);
      compare(golden, model, kind, settings);
    }
  }

  /** What predictors compute with: the same numbers in fewer passes, without gradients. */
  @ParameterizedTest
  @CsvSource({
    "base, alone",
    "base, batch",
    "xlsr, alone",
    "xlsr, batch",
    "hubert, alone",
    "hubert, batch",
    "hubert_large, alone",
    "weighted, alone",
    "weighted_large, batch",
    "adapter, alone"
  })
  @SuppressWarnings("try") // gradients stay off as long as the block
  void computesTheSameForInference(String name, String kind) {
    BatchMode mode = kind.equals("alone") ? BatchMode.CLIP_INDEPENDENT : BatchMode.HUGGING_FACE;
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.forInference(golden.checkpoint());
        GradientMode off = GradientMode.off()) {
      ForwardPass pass =
          model.forward(golden.waveforms(), new ForwardSettings(false, 0, mode, false));
      assertClose(pass.lastState(), golden, kind + ".last");
      assertClose(pass.pooled(), golden, kind + ".pooled");
      assertClose(pass.logits(), golden, kind + ".logits");
    }
  }

  /** With layer norm, padding that is masked changes nothing, so both modes are the same. */
  @ParameterizedTest
  @CsvSource({"xlsr, false", "hubert_large, false", "masked, true"})
  void clipsByThemselvesAreWhatAMaskedBatchIs(String name, boolean training) {
    try (Golden golden = Golden.open(name);
        LoadedModel model = LoadedModel.of(golden.checkpoint())) {
      ForwardPass pass =
          model.forward(
              golden.waveforms(), new ForwardSettings(training, 9, BatchMode.CLIP_INDEPENDENT));
      assertClose(pass.logits(), golden, "batch.logits");
      assertClose(pass.pooled(), golden, "batch.pooled");
    }
  }

  @SuppressWarnings("try") // recording lasts as long as the block
  private static void compare(
      Golden golden, LoadedModel model, String kind, ForwardSettings settings) {
    model.parameters().train(name -> true);
    try (GradientMode recording = GradientMode.on()) {
      ForwardPass pass = model.forward(golden.waveforms(), settings);
      List<NDArray> hidden = pass.hiddenStates();
      for (int i = 0; i < hidden.size(); i++) {
        assertClose(hidden.get(i), golden, kind + ".hidden." + i);
      }
      assertThat(golden.names(kind + ".hidden.")).hasSize(hidden.size());
      assertClose(pass.lastState(), golden, kind + ".last");
      assertClose(pass.pooled(), golden, kind + ".pooled");
      assertClose(pass.logits(), golden, kind + ".logits");
      assertLoss(
          golden, kind, "loss", new CrossEntropyLoss(null, 0).mean(pass.logits(), golden.labels()));
      NDArray weighted = weightedLoss(golden).mean(pass.logits(), golden.labels());
      assertLoss(golden, kind, "weighted_loss", weighted);
      assertGradients(golden, kind, gradients(model, weighted));
    }
  }

  private static CrossEntropyLoss weightedLoss(Golden golden) {
    JsonNode expected = golden.document("expected.json");
    double[] weights =
        StreamSupport.stream(expected.get("class_weights").spliterator(), false)
            .mapToDouble(JsonNode::doubleValue)
            .toArray();
    return new CrossEntropyLoss(weights, expected.get("label_smoothing").doubleValue());
  }

  private static void assertLoss(Golden golden, String kind, String name, NDArray loss) {
    double expected = golden.document("expected.json").get(kind).get(name).doubleValue();
    assertThat((double) loss.getFloat()).as(name).isCloseTo(expected, within(OUTPUT));
  }

  private static void assertClose(NDArray actual, Golden golden, String name) {
    assertThat(Differences.largest(actual.toFloatArray(), golden.values(name)))
        .as(name)
        .isLessThanOrEqualTo(OUTPUT);
  }

  private static Map<String, float[]> gradients(LoadedModel model, NDArray loss) {
    List<String> names = List.copyOf(model.parameters().all().keySet());
    List<NDArray> found =
        model.kernels().gradients(loss, List.copyOf(model.parameters().all().values()));
    Map<String, float[]> gradients = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (found.get(i) != null) {
        gradients.put(names.get(i), found.get(i).toFloatArray());
      }
    }
    return gradients;
  }

  private static void assertGradients(Golden golden, String kind, Map<String, float[]> actual) {
    String prefix = kind + ".grad.";
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(golden.names(prefix));
    double zero = ZERO * total(golden.names(prefix).stream().map(n -> golden.values(prefix + n)));
    actual.forEach(
        (name, gradient) -> {
          float[] expected = golden.values(prefix + name);
          if (Differences.norm(expected) < zero) {
            assertThat(Differences.norm(gradient)).as(name).isLessThan(zero);
          } else {
            assertThat(Differences.relative(gradient, expected)).as(name).isLessThan(GRADIENT);
          }
        });
  }

  private static double total(Stream<float[]> gradients) {
    return Math.sqrt(gradients.mapToDouble(g -> Math.pow(Differences.norm(g), 2)).sum());
  }
}
