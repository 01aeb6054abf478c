package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.Digest;

/**
 * A file that a checkpoint consists of.
 *
 * @param name its name in the checkpoint's folder
 * @param digest over its bytes
 * @param bytes its length
 */
public record CheckpointFile(String name, Digest digest, long bytes) {}
