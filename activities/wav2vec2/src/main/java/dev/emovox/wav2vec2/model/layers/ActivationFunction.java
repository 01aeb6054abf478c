package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Activation;
import dev.emovox.wav2vec2.kernels.TensorScope;

/** Computes an {@link Activation}, element by element. Differentiable. */
final class ActivationFunction {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;
  private static final double QUICK = 1.702;
  private static final double LEAK = 0.01;
  private static final double CLIP = 10;

  private final Activation activation;

  ActivationFunction(Activation activation) {
    this.activation = activation;
  }

  NDArray apply(NDArray x) {
    return switch (activation) {
      case GELU -> Torch.gelu(x);
      case RELU -> Torch.relu(x);
      case LEAKY_RELU -> Torch.leakyRelu(x, LEAK);
      case SIGMOID -> Torch.sigmoid(x);
      case TANH -> x.tanh();
      case LINEAR -> x;
      default -> TensorScope.result(() -> composed(x));
    };
  }

  private NDArray composed(NDArray x) {
    return switch (activation) {
      case GELU_TANH -> geluByTanh(x);
      case QUICK_GELU -> x.mul(Torch.sigmoid(x.mul(QUICK)));
      case CLIPPED_GELU -> Torch.gelu(x).clip(-CLIP, CLIP);
      case RELU_SQUARED -> Torch.relu(x).square();
      case RELU6 -> Torch.relu(x).clip(0, 6);
      case SILU -> x.mul(Torch.sigmoid(x));
      case MISH -> x.mul(Torch.softplus(x).tanh());
      case HARD_SWISH -> x.mul(x.add(3).clip(0, 6)).div(6);
      default -> throw new IllegalStateException("not composed: " + activation);
    };
  }

  /** x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))). */
  private static NDArray geluByTanh(NDArray x) {
    NDArray inner = x.add(x.square().mul(x).mul(CUBIC)).mul(SQRT_2_OVER_PI);
    return inner.tanh().add(1).mul(x).mul(0.5);
  }
}
