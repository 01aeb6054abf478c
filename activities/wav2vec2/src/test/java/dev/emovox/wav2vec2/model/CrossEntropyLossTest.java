package dev.emovox.wav2vec2.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.testing.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beside the golden values, whose losses are PyTorch's. */
class CrossEntropyLossTest {
  private static final double[] WEIGHTS = {0.5, 2, 1};

  private final Tensors tensors = new Tensors();
  private final NDArray logits =
      tensors.manager().create(new float[] {1, 2, 3, 0, -1, 5, 2, 2, 2}, new Shape(3, 3));

  @AfterEach
  void close() {
    tensors.close();
  }

  @Test
  void equalLogitsCostTheLogarithmOfTheClasses() {
    NDArray last = logits.get("2:3");
    assertThat(new CrossEntropyLoss(null, 0).mean(last, new int[] {1}).getFloat())
        .isCloseTo((float) Math.log(3), within(1e-6f));
  }

  @Test
  void partsOfABatchAddUpToIt() {
    CrossEntropyLoss loss = new CrossEntropyLoss(WEIGHTS, 0.2);
    int[] labels = {2, 0, 1};
    double total = loss.totalWeight(labels);
    assertThat(total).isEqualTo(3.5);
    float parts =
        loss.sum(logits.get("0:2"), new int[] {2, 0}, total).getFloat()
            + loss.sum(logits.get("2:3"), new int[] {1}, total).getFloat();
    assertThat(parts).isCloseTo(loss.mean(logits, labels).getFloat(), within(1e-6f));
  }

  @Test
  void hugeLogitsStayFinite() {
    NDArray huge = tensors.manager().create(new float[] {1e30f, 0, -1e30f}, new Shape(1, 3));
    assertThat(new CrossEntropyLoss(null, 0).mean(huge, new int[] {0}).getFloat()).isZero();
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new CrossEntropyLoss(null, -0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CrossEntropyLoss(null, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CrossEntropyLoss(new double[] {1, -1}, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
