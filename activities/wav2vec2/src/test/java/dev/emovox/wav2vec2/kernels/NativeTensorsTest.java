package dev.emovox.wav2vec2.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.Tensors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeTensorsTest {
  private static final int SIZE = 1 << 18;

  /** With memory of Java's this fails: once collected, it is given to the next that asks. */
  @Test
  @SuppressWarnings("try") // recording lasts as long as the block
  void gradientsOutliveGarbageCollection() {
    try (Tensors tensors = new Tensors();
        TorchKernels kernels = TorchKernels.load();
        GradientMode recording = GradientMode.on()) {
      NDArray parameter = tensors.manager().ones(new Shape(SIZE));
      parameter.setRequiresGradient(true);
      NDArray loss = TensorScope.result(() -> parameter.mul(sevens(tensors)).sum());
      List<ByteBuffer> others = overwriteFreedMemory();
      NDArray gradient = kernels.gradients(loss, List.of(parameter)).get(0);
      assertThat(gradient.eq(7f).all().getBoolean()).isTrue();
      assertThat(others).isNotEmpty();
    }
  }

  private static NDArray sevens(Tensors tensors) {
    float[] values = new float[SIZE];
    Arrays.fill(values, 7f);
    return NativeTensors.of(tensors.manager(), values, new Shape(SIZE));
  }

  private static List<ByteBuffer> overwriteFreedMemory() {
    List<ByteBuffer> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      System.gc();
      ByteBuffer other = ByteBuffer.allocateDirect(SIZE * Float.BYTES);
      while (other.hasRemaining()) {
        other.put((byte) 1);
      }
      others.add(other);
    }
    return others;
  }

  @Test
  void truthValuesToo() {
    try (Tensors tensors = new Tensors()) {
      boolean[] values = {true, false, true, true};
      NDArray tensor = NativeTensors.of(tensors.manager(), values, new Shape(2, 2));
      assertThat(tensor.toBooleanArray()).isEqualTo(values);
      assertThat(tensor.getShape()).isEqualTo(new Shape(2, 2));
    }
  }
}
