package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpacedClipsTest {
  private Tensors tensors;
  private TorchKernels kernels;

  @BeforeEach
  void start() {
    tensors = new Tensors();
    kernels = TorchKernels.load();
  }

  @AfterEach
  void end() {
    kernels.close();
    tensors.close();
  }

  @Test
  void zerosLieBetweenClipsAndAtTheEnd() {
    NDArray rows = tensors.manager().create(new float[][] {{1}, {2}, {Float.NaN}, {3}, {4}});
    SpacedClips spaced = SpacedClips.of(List.of(2, 1, 2), 3, tensors.manager());

    NDArray found = spaced.spaced(rows, kernels);

    assertThat(found.toFloatArray()).containsExactly(1, 2, 0, 0, 0, Float.NaN, 0, 0, 0, 3, 4);
    assertThat(spaced.rows(found, kernels).toFloatArray()).containsExactly(rows.toFloatArray());
  }

  @Test
  void theirLengthIsOneOfFew() {
    SpacedClips spaced = SpacedClips.of(List.of(500, 531), 8, tensors.manager());

    assertThat(spaced.places().size()).isEqualTo(LengthSteps.atLeast(1039)).isGreaterThan(1039);
  }
}
