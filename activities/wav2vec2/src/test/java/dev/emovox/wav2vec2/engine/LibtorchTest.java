package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class LibtorchTest {
  @Test
  void startsOnceAndComputes() {
    Libtorch first = Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
    assertThat(Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU))).isSameAs(first);
    assertThat(first.report().version()).isEqualTo("2.7.1");

    try (NDManager manager = NDManager.newBaseManager(first.device(ComputeDevice.CPU))) {
      assertThat(manager.create(new float[] {1, 2}).sum().getFloat()).isEqualTo(3);
    }
  }
}
