package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Optional;

/**
 * libtorch's operators that DJL has no method for.
 *
 * <p>Results belong to the manager of the first tensor and to the scope of the calling thread; the
 * methods whose documentation says so take part in automatic differentiation, the others never do.
 * Tensors handed in are not named (DJL gives names a meaning). Safe for use by several threads.
 */
public final class TorchKernels implements AutoCloseable {
  /** Values that sixteen bits can have. */
  private static final long DRAWS = 1 << 16;

  private final KernelModule module;
  private final Optional<PackedKernels> packed;

  private TorchKernels(KernelModule module, Optional<PackedKernels> packed) {
    this.module = module;
    this.packed = packed;
  }

  /** Compiles the kernels; to be closed after the last tensor made with them is in no more use. */
  public static TorchKernels load() {
    return new TorchKernels(
        KernelModule.load(KernelSource.MODULE, KernelSource.TEXT), Optional.empty());
  }

  /**
   * The same with {@link #packed()} where this processor and libtorch have them. A network that is
   * built on it closes the weights that it packs, so that they are not twice in memory; it can't be
   * trained.
   */
  public static TorchKernels loadForInference() {
    return new TorchKernels(
        KernelModule.load(KernelSource.MODULE, KernelSource.TEXT), PackedKernels.load());
  }

  /** Kernels on packed weights; empty if these kernels are for training too. */
  public Optional<PackedKernels> packed() {
    return packed;
  }

  /**
   * Attention of scaled dot products (Vaswani et al., 2017): {@code dropout(softmax(q kᵀ / √d +
   * mask)) v}, of shape (batch, heads, time, head size). Differentiable.
   *
   * @param maskOrNull added to the scores, so 0 where attention is allowed and −∞ (or very low)
   *     where not; broadcast to (batch, heads, time, time); null allows all
   * @param dropout probability with which an attention weight is dropped; 0 outside of training
   */
  public NDArray scaledDotProductAttention(
      QueryKeyValue inputs, NDArray maskOrNull, double dropout) {
    NDList arguments =
        new NDList(inputs.query(), inputs.key(), inputs.value(), module.number(dropout));
    if (maskOrNull == null) {
      return module.call("attention", arguments);
    }
    arguments.add(maskOrNull);
    return module.call("masked_attention", arguments);
  }

  /**
   * Group normalisation (Wu and He, 2018) of (batch, channels, time): each group of channels of
   * each clip to mean 0 and variance 1 over its channels and time. Differentiable.
   */
  public NDArray groupNorm(NDArray input, int groups, NormalisationWeights weights) {
    return module.call(
        "group_norm",
        new NDList(
            input,
            weights.weight(),
            weights.bias(),
            module.number(groups),
            module.number(weights.epsilon())));
  }

  /**
   * Convolution over time of one signal without padding, channels last: (frames, input channels) to
   * (output frames, output channels). To the engine the signal is an image one pixel high whose
   * channels lie side by side, the form in which its convolutions are fastest and copy least; a
   * kernel as wide as a few strides takes a stride's frames for one with as many times the
   * channels. Differentiable.
   *
   * @param weight (output channels, input channels, width)
   * @param bias (output channels)
   */
  public NDArray rowConvolution(NDArray input, NDArray weight, NDArray bias, int stride) {
    return module.call("row_convolution", new NDList(input, weight, bias, module.number(stride)));
  }

  /**
   * Sets values to zero at random and scales the others up (Srivastava et al., 2014). Each value
   * takes sixteen bits of libtorch's generator, so the probability is met within 2⁻¹⁷; libtorch's
   * own dropout takes sixty-four, which is most of its time. Differentiable.
   *
   * @param probability of a value to be dropped, 0 to 1
   */
  public NDArray dropout(NDArray input, double probability) {
    long dropped = Math.round(probability * DRAWS);
    if (dropped == DRAWS) {
      return TensorScope.result(() -> input.mul(NativeTensors.number(input.getManager(), 0f)));
    }
    double scale = (double) DRAWS / (DRAWS - dropped);
    return module.call(
        "dropout", new NDList(input, module.number((double) dropped), module.number(scale)));
  }

  /**
   * Some rows of a matrix. Differentiable.
   *
   * @param places of the rows, whole numbers from 0
   */
  public NDArray rows(NDArray matrix, NDArray places) {
    return module.call("rows", new NDList(matrix, places));
  }

  /**
   * Weight normalisation (Salimans and Kingma, 2016): {@code magnitude · direction / ‖direction‖},
   * the norm over all dimensions but {@code dimension}. Differentiable.
   */
  public NDArray weightNorm(NDArray direction, NDArray magnitude, int dimension) {
    return module.call("weight_norm", new NDList(direction, magnitude, module.number(dimension)));
  }

  /**
   * The gradients of {@code loss}, a scalar, with respect to {@code inputs}, in their order; null
   * for an input that the loss does not depend on. The graph behind {@code loss} is consumed. Each
   * lies in memory as a new tensor of its shape does, whatever order the operators left it in:
   * {@link #adamW} reads memory and not strides. Nothing is added to what {@link
   * NDArray#getGradient()} shows. As libtorch makes the gradients in inference mode, only methods
   * of this class may change them in place.
   */
  public List<NDArray> gradients(NDArray loss, List<NDArray> inputs) {
    PtNDManager owner = (PtNDManager) loss.getManager();
    try (IValue losses = IValue.from((PtNDArray) loss);
        IValue list = list(inputs);
        IValue found = module.run("gradients", losses, list)) {
      return found.toNDList(owner).stream().map(TorchKernels::orNull).toList();
    }
  }

  /** The Euclidean norm of all elements of all tensors together. */
  public double norm(List<NDArray> tensors) {
    try (IValue list = list(tensors);
        IValue norm = module.run("norm", list)) {
      return norm.toDouble();
    }
  }

  /** Adds to each of {@code sums} the tensor at the same place in {@code terms}. */
  public void addInPlace(List<NDArray> sums, List<NDArray> terms) {
    try (IValue left = list(sums);
        IValue right = list(terms)) {
      module.run("add", left, right).close();
    }
  }

  /** Multiplies each of {@code tensors} by {@code factor}. */
  public void scaleInPlace(List<NDArray> tensors, double factor) {
    try (IValue list = list(tensors);
        IValue by = IValue.from(factor)) {
      module.run("scale", list, by).close();
    }
  }

  /** One step of AdamW for all of {@code tensors}, in one pass over memory. */
  public void adamW(AdamWTensors tensors, AdamWNumbers numbers) {
    try (IValue parameters = list(tensors.parameters());
        IValue gradients = list(tensors.gradients());
        IValue means = list(tensors.means());
        IValue squares = list(tensors.squares());
        IValue steps = list(tensors.steps());
        IValue scalars =
            IValue.listFrom(
                numbers.learningRate(),
                numbers.firstDecay(),
                numbers.secondDecay(),
                numbers.weightDecay(),
                numbers.epsilon(),
                numbers.gradientDivisor())) {
      module.run("adamw", parameters, gradients, means, squares, steps, scalars).close();
    }
  }

  @Override
  public void close() {
    packed.ifPresent(PackedKernels::close);
    module.close();
  }

  private static IValue list(List<NDArray> tensors) {
    return IValue.listFrom(tensors.toArray(PtNDArray[]::new));
  }

  private static NDArray orNull(NDArray found) {
    if (found.size() > 0) {
      return found;
    }
    found.close();
    return null;
  }
}
