package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;

/**
 * The three inputs of attention, each (batch, heads, time, head size).
 *
 * @param query what asks, not scaled
 * @param key what is compared with it
 * @param value what is averaged
 */
public record QueryKeyValue(NDArray query, NDArray key, NDArray value) {}
