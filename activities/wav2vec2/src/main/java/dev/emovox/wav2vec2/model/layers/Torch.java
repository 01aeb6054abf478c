package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** The operators of libtorch that DJL binds but its tensor interface does not show. */
final class Torch {
  private static final Shape ONE = new Shape(1);

  private Torch() {}

  /** Convolution over time of (clips, channels, frames). */
  static NDArray convolution(NDArray input, Kernel kernel) {
    return JniUtils.convolution(
        pt(input),
        pt(kernel.weight()),
        pt(kernel.biasOrNull()),
        new Shape(kernel.stride()),
        new Shape(kernel.padding()),
        ONE,
        kernel.groups());
  }

  /**
   * What a convolution is done with.
   *
   * @param weight (output channels, input channels of a group, width)
   * @param biasOrNull (output channels)
   */
  record Kernel(NDArray weight, NDArray biasOrNull, int stride, int padding, int groups) {}

  static NDArray linear(NDArray input, NDArray weight, NDArray bias) {
    return JniUtils.linear(pt(input), pt(weight), pt(bias));
  }

  static NDArray layerNorm(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return JniUtils.layerNorm(pt(input), weight.getShape(), pt(weight), pt(bias), epsilon);
  }

  static NDArray gelu(NDArray input) {
    return JniUtils.gelu(pt(input));
  }

  static NDArray relu(NDArray input) {
    return JniUtils.relu(pt(input));
  }

  static NDArray leakyRelu(NDArray input, double slope) {
    return JniUtils.leakyRelu(pt(input), slope);
  }

  static NDArray softplus(NDArray input) {
    return JniUtils.softPlus(pt(input));
  }

  static NDArray sigmoid(NDArray input) {
    return JniUtils.sigmoid(pt(input));
  }

  /** {@code yes} where the condition holds, {@code no} elsewhere; all three are broadcast. */
  static NDArray where(NDArray condition, NDArray yes, NDArray no) {
    return JniUtils.where(pt(condition), pt(yes), pt(no));
  }

  /** The part from {@code from} to before {@code to} of a dimension; a view. */
  static NDArray slice(NDArray input, int dimension, long from, long to) {
    return JniUtils.slice(pt(input), dimension, from, to, 1);
  }

  /** Neighbouring parts of the first dimension, all of it; views. */
  static List<NDArray> split(NDArray input, List<Integer> sizes) {
    return JniUtils.split(pt(input), sizes.stream().mapToLong(Integer::longValue).toArray(), 0);
  }

  /**
   * Tensors one after the other in their first dimension. DJL's concatenation of a single one would
   * be a copy that automatic differentiation knows nothing of.
   */
  static NDArray joined(List<NDArray> parts) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(new NDList(parts));
  }

  /** Seeds libtorch's generator, which dropout draws from; the process has one for a device. */
  static void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  private static PtNDArray pt(NDArray tensor) {
    return (PtNDArray) tensor;
  }
}
