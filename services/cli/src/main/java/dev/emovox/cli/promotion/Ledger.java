package dev.emovox.cli.promotion;

import java.util.Optional;

/** The append-only record of decisions. */
public interface Ledger {

  /** Writes an entry at the next free position; its own position is not looked at. */
  LedgerEntry append(LedgerEntry entry);

  /** The entry written last. */
  Optional<LedgerEntry> newest();
}
