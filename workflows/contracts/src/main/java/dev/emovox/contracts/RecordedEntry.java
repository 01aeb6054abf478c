package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * An entry of the ledger.
 *
 * @param number its number
 * @param digest SHA-256 of its stored bytes
 */
public record RecordedEntry(long number, Digest digest) {}
