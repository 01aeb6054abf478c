package dev.emovox.serving.batches;

import dev.emovox.serving.prediction.ClipSource;

/**
 * A clip of a batch.
 *
 * @param name what the client calls it; null if it has no name
 * @param source its bytes
 */
record BatchClip(String name, ClipSource source) {}
