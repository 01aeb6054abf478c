package dev.emovox.ledger.promotion;

import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.Optional;

/**
 * The entries that an errand left.
 *
 * @param reader the ledger
 */
record ErrandEntries(LedgerReader reader) {

  /** The errand's entry of a kind. */
  Optional<SignedEntry> find(EntryKind kind, Errand errand) {
    for (SignedEntry signed : reader.newestFirst()) {
      if (signed.entry().number() <= errand.head()) {
        return Optional.empty();
      }
      if (signed.entry().decision().kind() == kind
          && signed.entry().decision().evidence().contains(errand.mark())) {
        return Optional.of(signed);
      }
    }
    return Optional.empty();
  }
}
