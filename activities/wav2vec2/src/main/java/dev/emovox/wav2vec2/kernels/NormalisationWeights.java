package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;

/**
 * What a normalisation has learnt, and its guard against division by zero.
 *
 * @param weight factor of each channel, shape (channels)
 * @param bias what is added to each channel, shape (channels)
 * @param epsilon what is added to the variance
 */
public record NormalisationWeights(NDArray weight, NDArray bias, double epsilon) {}
