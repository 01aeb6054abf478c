package dev.emovox.wav2vec2;

/**
 * What tells one step from another.
 *
 * @param seed what everything random in it is drawn from
 * @param rateFactor what learning rates are multiplied by
 */
record StepNumbers(long seed, double rateFactor) {}
