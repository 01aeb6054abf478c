package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What one AdamW step reads and changes: five lists of the same length, entry by entry of one
 * parameter.
 *
 * @param parameters changed
 * @param gradients may be changed (divided); worthless afterwards
 * @param means running means of gradients, changed
 * @param squares running means of squared gradients, changed
 * @param steps how many steps each parameter has seen, scalars of type float, changed
 */
public record AdamWTensors(
    List<NDArray> parameters,
    List<NDArray> gradients,
    List<NDArray> means,
    List<NDArray> squares,
    List<NDArray> steps) {}
