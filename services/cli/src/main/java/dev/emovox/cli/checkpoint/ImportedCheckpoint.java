package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointOrigin;

/**
 * The result of an import.
 *
 * @param facts what was imported
 * @param address where it is stored, {@code s3://BUCKET/checkpoints/HEX/}
 * @param sentBytes what had to be sent; 0 if all of it was there already
 * @param origin where it came from
 */
public record ImportedCheckpoint(
    CheckpointFacts facts, String address, long sentBytes, CheckpointOrigin origin) {}
