package dev.emovox.report.data;

import dev.emovox.domain.Digest;

/**
 * An output of a stage.
 *
 * @param stage of the run
 * @param output its role, for example {@code manifest}
 * @param uri where it is
 * @param digest what its bytes must be
 * @param bytes its size
 */
public record StoredArtifact(String stage, String output, String uri, Digest digest, long bytes) {}
