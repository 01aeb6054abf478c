package dev.emovox.wav2vec2.kernels;

/**
 * The numbers of one AdamW step (Loshchilov and Hutter, 2019).
 *
 * @param learningRate step size, of this step
 * @param firstDecay decay of the mean of gradients, β₁
 * @param secondDecay decay of the mean of squared gradients, β₂
 * @param epsilon guard against division by zero
 * @param weightDecay decoupled weight decay, λ
 * @param gradientDivisor what gradients are divided by before anything else; 1 for no change
 */
public record AdamWNumbers(
    double learningRate,
    double firstDecay,
    double secondDecay,
    double epsilon,
    double weightDecay,
    double gradientDivisor) {}
