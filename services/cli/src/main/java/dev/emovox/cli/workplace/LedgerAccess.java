package dev.emovox.cli.workplace;

import dev.emovox.cli.ledger.LedgerReport;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.List;

/** The ledger of decisions. */
public interface LedgerAccess extends AutoCloseable {

  /**
   * Looks at every entry.
   *
   * @param withRegistry whether the registry is asked, too
   */
  LedgerReport verify(boolean withRegistry);

  /** The newest entries first, verified. */
  List<SignedEntry> newest(int limit);

  /**
   * One entry, verified.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is none of that number
   */
  SignedEntry entry(long number);

  /** Changes to a new key. */
  SignedEntry rotate(Decision.Reasoned by);

  @Override
  void close();
}
