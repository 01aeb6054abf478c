package dev.emovox.tracking;

import dev.emovox.domain.Digest;

/**
 * Data that a run used.
 *
 * @param name name of the data set
 * @param digest digest of its bytes; MLflow shows the first 36 digits and keeps all in a tag
 * @param uri where it is stored
 * @param context what it was used for, for example {@code training}
 */
public record DatasetInput(String name, Digest digest, String uri, String context) {}
