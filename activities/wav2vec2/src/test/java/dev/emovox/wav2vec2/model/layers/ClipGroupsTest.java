package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipGroupsTest {
  private static final List<Integer> ROWS = List.of(3, 10, 9, 2, 10);

  @Test
  void clipsOfSimilarLengthShareAGroup() {
    Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
    try (NDManager manager = NDManager.newBaseManager()) {
      List<ClipGroup> groups = ClipGroups.of(ROWS, manager).groups();

      assertThat(groups).extracting(ClipGroup::clips).containsExactly(3, 1, 1);
      assertThat(groups.get(0).places().size()).isEqualTo(30);
    }
  }

  @Test
  void whatIsMadeOfGroupsComesBackInTheOrderOfTheBatch() {
    Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
    try (NDManager manager = NDManager.newBaseManager();
        TorchKernels kernels = TorchKernels.load()) {
      NDArray matrix = manager.arange(0f, 34f).reshape(34, 1);

      NDArray same =
          ClipGroups.of(ROWS, manager).each(group -> group.rows(matrix, kernels), kernels);

      assertThat(same).isEqualTo(matrix);
    }
  }

  @Test
  void fillingIsOfTheSameClip() {
    Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
    try (NDManager manager = NDManager.newBaseManager()) {
      long[] places = ClipGroups.of(List.of(3, 4), manager).groups().get(0).places().toLongArray();

      assertThat(places).containsExactly(3, 4, 5, 6, 0, 1, 2, 0);
    }
  }
}
