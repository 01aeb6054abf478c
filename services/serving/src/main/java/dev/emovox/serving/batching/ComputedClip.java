package dev.emovox.serving.batching;

import dev.emovox.inference.Prediction;

/**
 * A clip's prediction and what it took.
 *
 * @param prediction what the model says
 * @param waited nanoseconds from joining the queue until the model began
 * @param computed nanoseconds that the model took for the whole batch
 * @param batch clips that were computed together
 */
public record ComputedClip(Prediction prediction, long waited, long computed, int batch) {}
