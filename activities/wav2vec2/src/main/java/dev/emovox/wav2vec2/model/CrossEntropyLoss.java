package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TensorScope;
import java.util.Arrays;

/**
 * Cross-entropy of softmax with the weights and smoothing of PyTorch's loss of this name: with ε
 * the smoothing, C classes, w their weights and y the labels,
 *
 * <pre>{@code
 * - Σᵢ [ (1 - ε) w(yᵢ) log p(i, yᵢ) + ε/C Σ_c w(c) log p(i, c) ] / Σᵢ w(yᵢ)
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CrossEntropyLoss {
  private final double[] classWeights;
  private final double labelSmoothing;

  /**
   * A loss.
   *
   * @param classWeightsOrNull one for each class, none negative; null weighs all alike
   * @param labelSmoothing share of the target that is spread over all classes, within [0, 1]
   * @throws IllegalArgumentException if they are out of range
   */
  public CrossEntropyLoss(double[] classWeightsOrNull, double labelSmoothing) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException("label smoothing " + labelSmoothing);
    }
    classWeights = classWeightsOrNull == null ? null : classWeightsOrNull.clone();
    if (classWeights != null && !Arrays.stream(classWeights).allMatch(w -> w >= 0 && w < 1e30)) {
      throw new IllegalArgumentException("class weights " + Arrays.toString(classWeights));
    }
    this.labelSmoothing = labelSmoothing;
  }

  /** The weighted mean over the clips of a batch, a scalar. Differentiable. */
  public NDArray mean(NDArray logits, int[] labels) {
    return sum(logits, labels, totalWeight(labels));
  }

  /**
   * The weighted sum over the clips of a batch divided by {@code divisor}, a scalar. With the total
   * weight of a large batch as divisor, the losses of its parts add up to its own.
   */
  public NDArray sum(NDArray logits, int[] labels, double divisor) {
    Shape shape = logits.getShape();
    int classes = (int) shape.get(1);
    float[] targets = targets(labels, classes, divisor);
    return TensorScope.result(
        () ->
            logits
                .logSoftmax(1)
                .mul(NativeTensors.of(logits.getManager(), targets, shape))
                .sum()
                .neg());
  }

  /** The weights of the labels of a batch together: what {@link #mean} divides by. */
  public double totalWeight(int[] labels) {
    return Arrays.stream(labels).mapToDouble(this::weight).sum();
  }

  private float[] targets(int[] labels, int classes, double divisor) {
    float[] targets = new float[labels.length * classes];
    for (int clip = 0; clip < labels.length; clip++) {
      for (int c = 0; c < classes; c++) {
        double hard = c == labels[clip] ? (1 - labelSmoothing) * weight(c) : 0;
        double smooth = labelSmoothing / classes * weight(c);
        targets[clip * classes + c] = (float) ((hard + smooth) / divisor);
      }
    }
    return targets;
  }

  private double weight(int label) {
    return classWeights == null ? 1 : classWeights[label];
  }
}
