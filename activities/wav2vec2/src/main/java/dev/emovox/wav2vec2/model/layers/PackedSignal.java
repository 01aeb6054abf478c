package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;

/**
 * Clips in one long signal.
 *
 * @param signal of the packing, (samples, 1)
 * @param packing where the clips are
 */
public record PackedSignal(NDArray signal, SignalPacking packing) {}
