package dev.emovox.wav2vec2.training;

/**
 * What one training step saw.
 *
 * @param loss the loss before the step
 * @param gradientNorm the norm of all gradients together, before clipping
 * @param clipped whether gradients were shortened
 */
public record StepReport(double loss, double gradientNorm, boolean clipped) {}
