package dev.emovox.ledger.chain;

import dev.emovox.domain.Digest;

/**
 * What this machine remembers of a ledger.
 *
 * @param anchor id of the key that the ledger began with
 * @param head where the chain stood when it was last verified from here
 */
public record Trust(Digest anchor, ChainHead head) {}
