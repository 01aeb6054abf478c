package dev.emovox.wav2vec2.kernels;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Kernels of oneDNN on weights that it has put into an order of its own, with the activation in the
 * same pass over memory. libtorch's usual product of matrices is MKL's, which uses the widest
 * registers on Intel's processors only; oneDNN's uses what the processor has. For inference:
 * nothing here takes part in automatic differentiation.
 *
 * <p>A packed weight is a tensor that only these kernels can read. Results belong to the manager of
 * the first tensor and to the scope of the calling thread. Safe for use by several threads.
 */
public final class PackedKernels implements AutoCloseable {
  private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64");

  private final KernelModule module;

  private PackedKernels(KernelModule module) {
    this.module = module;
  }

  /** Compiles the kernels; empty where this libtorch has none of them. */
  static Optional<PackedKernels> load() {
    if (!PROCESSORS.contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PackedKernels(KernelModule.load(PackedSource.MODULE, PackedSource.TEXT)));
    } catch (EngineException e) {
      return Optional.empty(); // a libtorch that was built without oneDNN
    }
  }

  /**
   * Packs the weight of {@link #linear} and closes it.
   *
   * @param weight (outputs, inputs)
   */
  public NDArray packLinear(NDArray weight) {
    return packed(weight, module.call("pack_linear", new NDList(weight)));
  }

  /** x Wᵀ + b for (rows, inputs). */
  public NDArray linear(NDArray input, NDArray packedWeight, NDArray bias) {
    return module.call("linear", new NDList(input, packedWeight, bias));
  }

  /** GELU(x Wᵀ + b), exact, for (rows, inputs). */
  public NDArray linearGelu(NDArray input, NDArray packedWeight, NDArray bias) {
    return module.call("linear_gelu", new NDList(input, packedWeight, bias));
  }

  /**
   * GELU of the products with windows of one signal, each channel of which is brought to mean 0 and
   * variance 1 over time first: (samples) to (1, windows, channels).
   *
   * @param packedWeight of {@link #packLinear}, (channels, width)
   */
  public NDArray normalisedWindowsGelu(
      NDArray signal, NDArray packedWeight, NormalisationWeights norm, Window window) {
    NDList arguments = new NDList(signal, packedWeight, norm.weight(), norm.bias());
    arguments.add(module.number(window.width()));
    arguments.add(module.number(window.stride()));
    arguments.add(module.number(norm.epsilon()));
    return module.call("normalised_windows_gelu", arguments);
  }

  /**
   * Which parts of a signal are looked at.
   *
   * @param width samples of one
   * @param stride samples from one to the next
   */
  public record Window(int width, int stride) {}

  /**
   * Packs the weight of {@link #convolutionGelu} and closes it.
   *
   * @param weight (output channels, input channels of a group, width)
   * @param frames of a usual signal, for which it will be the fastest; others are allowed
   */
  public NDArray packConvolution(NDArray weight, Span span, int frames) {
    NDList arguments =
        new NDList(
            weight,
            module.number(span.padding()),
            module.number(span.groups()),
            module.number(span.stride()),
            module.number(frames));
    return packed(weight, module.call("pack_convolution", arguments));
  }

  /**
   * GELU of a convolution over time, channels last: (clips, frames, input channels) to (clips,
   * output frames, output channels).
   *
   * @param biasOrNull (output channels)
   */
  public NDArray convolutionGelu(
      NDArray input, NDArray packedWeight, NDArray biasOrNull, Span span) {
    NDList arguments = new NDList(input, packedWeight);
    if (biasOrNull != null) {
      arguments.add(biasOrNull);
    }
    arguments.add(module.number(span.padding()));
    arguments.add(module.number(span.groups()));
    arguments.add(module.number(span.stride()));
    return module.call(
        biasOrNull == null ? "plain_convolution_gelu" : "convolution_gelu", arguments);
  }

  /**
   * What a convolution sees.
   *
   * @param padding zeros before and after the frames
   * @param groups of channels that are convolved by themselves
   * @param stride frames from one output to the next
   */
  public record Span(int padding, int groups, int stride) {}

  private static NDArray packed(NDArray weight, NDArray packed) {
    NDScope.unregister(packed);
    weight.close();
    return packed;
  }

  @Override
  public void close() {
    module.close();
  }
}
