package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.testing.LentMemory;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightedBatchTest {
  private static final WeightedBatch<String> QUARTER = new WeightedBatch<>("clips", 0.25, 1);
  private static final WeightedBatch<String> WHOLE = new WeightedBatch<>("clips", 1, 1);

  /** A collection between the two passes once made one part of a batch count for nothing. */
  @Test
  @SuppressWarnings("try") // recording lasts as long as the block
  void garbageCollectionBeforeTheBackwardPassLeavesTheWeightAsItIs() {
    try (Tensors tensors = new Tensors();
        TorchKernels kernels = TorchKernels.load();
        GradientMode recording = GradientMode.on()) {
      NDArray parameter = tensors.parameter(3f, -1f);
      List<NDArray> losses =
          Stream.generate(() -> TensorScope.result(() -> QUARTER.weighted(parameter.sum())))
              .limit(20)
              .toList();
      LentMemory.collect();
      for (NDArray loss : losses) {
        NDArray gradient = kernels.gradients(loss, List.of(parameter)).get(0);
        assertThat(gradient.toFloatArray()).containsExactly(0.25f, 0.25f);
      }
    }
  }

  @Test
  void aPartCountsForItsShare() {
    try (Tensors tensors = new Tensors()) {
      NDArray loss = tensors.parameter(3f, -1f).sum();
      assertThat(QUARTER.weighted(loss).getFloat()).isEqualTo(0.5f);
      assertThat(WHOLE.weighted(loss)).isSameAs(loss);
    }
  }
}
