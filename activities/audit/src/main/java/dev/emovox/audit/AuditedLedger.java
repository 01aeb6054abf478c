package dev.emovox.audit;

import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.List;

/** The ledger, and the registry held against it. */
@FunctionalInterface
public interface AuditedLedger {
  /** Looks at all of it. */
  Look look();

  /**
   * What a look found.
   *
   * @param entries how many entries there are
   * @param decisions those that can be read and are about models, the oldest first
   * @param findings what is wrong with entries, and between them and the registry
   */
  record Look(long entries, List<SignedEntry> decisions, List<Finding> findings) {}
}
