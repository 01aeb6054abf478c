package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Activation;
import dev.emovox.wav2vec2.kernels.NativeTensors;
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

  /** Whether it is GELU without any approximation. */
  boolean isExactGelu() {
    return activation == Activation.GELU;
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
      case QUICK_GELU -> x.mul(Torch.sigmoid(scaled(x, QUICK)));
      case CLIPPED_GELU -> Torch.gelu(x).clip(-CLIP, CLIP);
      case RELU_SQUARED -> Torch.relu(x).square();
      case RELU6 -> Torch.relu(x).clip(0, 6);
      case SILU -> x.mul(Torch.sigmoid(x));
      case MISH -> x.mul(Torch.softplus(x).tanh());
      case HARD_SWISH -> hardSwish(x);
      default -> throw new IllegalStateException("not composed: " + activation);
    };
  }

  /** x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))). */
  private static NDArray geluByTanh(NDArray x) {
    NDArray inner = scaled(x.add(scaled(x.square().mul(x), CUBIC)), SQRT_2_OVER_PI);
    return scaled(inner.tanh().add(number(x, 1)).mul(x), 0.5);
  }

  /** x · min(max(x + 3, 0), 6) / 6. */
  private static NDArray hardSwish(NDArray x) {
    return x.mul(x.add(number(x, 3)).clip(0, 6)).div(number(x, 6));
  }

  private static NDArray scaled(NDArray x, double factor) {
    return x.mul(number(x, factor));
  }

  private static NDArray number(NDArray x, double value) {
    return NativeTensors.number(x.getManager(), value);
  }
}
