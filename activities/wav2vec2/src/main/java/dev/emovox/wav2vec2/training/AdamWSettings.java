package dev.emovox.wav2vec2.training;

/**
 * What AdamW's steps have in common (Loshchilov and Hutter, 2019).
 *
 * @param firstDecay decay of the mean of gradients, β₁, from 0 to below 1
 * @param secondDecay decay of the mean of squared gradients, β₂, from 0 to below 1
 * @param epsilon guard against division by zero, added after the bias correction
 */
public record AdamWSettings(double firstDecay, double secondDecay, double epsilon) {
  /** PyTorch's and Hugging Face's defaults: β₁ 0.9, β₂ 0.999, ε 10⁻⁸. */
  public static final AdamWSettings STANDARD = new AdamWSettings(0.9, 0.999, 1e-8);

  public AdamWSettings {
    if (!(firstDecay >= 0 && firstDecay < 1 && secondDecay >= 0 && secondDecay < 1)) {
      throw new IllegalArgumentException("decays: %s, %s".formatted(firstDecay, secondDecay));
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon: " + epsilon);
    }
  }
}
