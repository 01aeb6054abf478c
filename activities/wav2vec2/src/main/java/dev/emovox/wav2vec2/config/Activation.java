package dev.emovox.wav2vec2.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A non-linearity, by the names that {@code config.json} gives it. */
public enum Activation {
  /** x·Φ(x), exact (Hendrycks and Gimpel, 2016). */
  GELU("gelu gelu_python"),
  /** GELU by its approximation with tanh. */
  GELU_TANH("gelu_new gelu_pytorch_tanh gelu_python_tanh gelu_fast gelu_accurate"),
  /** x·σ(1.702x). */
  QUICK_GELU("quick_gelu"),
  /** Exact GELU, cut to [-10, 10]. */
  CLIPPED_GELU("gelu_10"),
  /** max(0, x). */
  RELU("relu"),
  /** max(0, x)². */
  RELU_SQUARED("relu2"),
  /** min(max(0, x), 6). */
  RELU6("relu6"),
  /** x for x ≥ 0, 0.01x below. */
  LEAKY_RELU("leaky_relu"),
  /** x·σ(x). */
  SILU("silu swish"),
  /** x·tanh(ln(1 + eˣ)). */
  MISH("mish"),
  /** x·min(max(0, x + 3), 6)/6. */
  HARD_SWISH("hardswish"),
  /** 1/(1 + e⁻ˣ). */
  SIGMOID("sigmoid"),
  /** The hyperbolic tangent. */
  TANH("tanh"),
  /** x itself. */
  LINEAR("linear");

  private final String names;

  Activation(String names) {
    this.names = names;
  }

  /** The activation of this name, if it is known. */
  public static Optional<Activation> named(String name) {
    return Arrays.stream(values()).filter(a -> a.names().contains(name)).findFirst();
  }

  /** Every known name, in the order of the constants. */
  public static List<String> allNames() {
    return Arrays.stream(values()).flatMap(a -> a.names().stream()).toList();
  }

  private List<String> names() {
    return List.of(names.split(" "));
  }
}
