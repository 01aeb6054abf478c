package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.config.Activation;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LentMemory;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationFunctionTest {

  static Stream<String> names() {
    return Activation.allNames().stream();
  }

  /** Values and gradients of every name that a configuration may have, as transformers has them. */
  @ParameterizedTest
  @MethodSource("names")
  @SuppressWarnings("try") // recording lasts as long as the block
  void isWhatTransformersComputes(String name) {
    ActivationFunction function = new ActivationFunction(Activation.named(name).orElseThrow());
    try (Tensors tensors = new Tensors();
        TorchKernels kernels = TorchKernels.load();
        SafetensorsFile expected = SafetensorsFile.open(Golden.path("activations.safetensors"));
        GradientMode recording = GradientMode.on()) {
      NDArray x = tensors.parameter(Golden.floats(expected.tensor("x")));
      NDArray y = function.apply(x);
      NDArray gradient = kernels.gradients(y.sum(), List.of(x)).get(0);
      assertThat(Differences.largest(y.toFloatArray(), Golden.floats(expected.tensor(name + ".y"))))
          .isLessThan(2e-6);
      assertThat(
              Differences.largest(
                  gradient.toFloatArray(), Golden.floats(expected.tensor(name + ".grad"))))
          .isLessThan(1e-5);
    }
  }

  /** What a collection between the two passes frees is not read by the second. */
  @ParameterizedTest
  @MethodSource("names")
  @SuppressWarnings("try") // recording lasts as long as the block
  void gradientsOutliveGarbageCollection(String name) {
    ActivationFunction function = new ActivationFunction(Activation.named(name).orElseThrow());
    try (Tensors tensors = new Tensors();
        TorchKernels kernels = TorchKernels.load();
        GradientMode recording = GradientMode.on()) {
      NDArray x = tensors.parameter(-12f, -2f, -0.3f, 0.1f, 1.5f, 12f);
      NDArray now = kernels.gradients(function.apply(x).sum(), List.of(x)).get(0);
      NDArray y = function.apply(x).sum();
      LentMemory.collect();
      NDArray later = kernels.gradients(y, List.of(x)).get(0);
      assertThat(later.toFloatArray()).isEqualTo(now.toFloatArray());
    }
  }
}
