package dev.emovox.wav2vec2.training;

/**
 * Clipping by the norm of all gradients together (Pascanu et al., 2013).
 *
 * @param maximumNorm the norm that longer gradients are shortened to; infinite for no clipping
 */
public record GradientClipping(double maximumNorm) {
  /** Gradients stay as they are. */
  public static final GradientClipping NONE = new GradientClipping(Double.POSITIVE_INFINITY);

  /** Keeps the quotient finite, as PyTorch does. */
  private static final double GUARD = 1e-6;

  public GradientClipping {
    if (!(maximumNorm > 0)) {
      throw new IllegalArgumentException("maximum norm: " + maximumNorm);
    }
  }

  /** What gradients of this norm are divided by, 1 or more. */
  public double divisor(double norm) {
    return Math.max(1, (norm + GUARD) / maximumNorm);
  }
}
