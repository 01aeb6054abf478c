package dev.emovox.ledger;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a whole ledger found.
 *
 * @param entries how many entries were looked at
 * @param anchor id of the key that the ledger begins with; empty if it can't be read
 * @param origin how that key came to be trusted
 * @param head where the chain stands; empty if there is none
 * @param lastDecision the last entry that says what is served
 * @param findings what is wrong, in the order of entries
 */
public record Verification(
    long entries,
    Optional<Digest> anchor,
    TrustAnchor.Origin origin,
    Optional<ChainHead> head,
    Optional<SignedEntry> lastDecision,
    List<Finding> findings) {

  public Verification {
    findings = List.copyOf(findings);
  }
}
