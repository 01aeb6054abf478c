package dev.emovox.cli.experiment;

import dev.emovox.domain.Digest;
import java.util.OptionalInt;

/**
 * A stored checkpoint.
 *
 * @param digest names it
 * @param layers of its transformer, if known
 * @param origin where it came from, in words; empty if nothing is to be said
 */
public record ResolvedCheckpoint(Digest digest, OptionalInt layers, String origin) {}
