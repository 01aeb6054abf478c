package dev.emovox.ledger.chain;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.key.VerificationKey;
import java.time.Instant;

/**
 * Where a verified chain stands: all that the next entry is measured by.
 *
 * @param number the last entry's
 * @param digest SHA-256 of its stored bytes
 * @param time its time
 * @param key the key in force after it
 */
public record ChainHead(long number, Digest digest, Instant time, VerificationKey key) {}
