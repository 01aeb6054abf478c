package dev.emovox.audit;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.LedgerVerifier;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.promotion.RegistryInspection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ledger that lies in a store.
 *
 * @param store its entries
 * @param anchor which ledger is believed
 * @param registry what is held against it
 * @param clock of this machine
 */
public record StoredLedger(EntryStore store, TrustAnchor anchor, Registry registry, Clock clock)
    implements AuditedLedger {

  @Override
  public Look look() {
    Verification verification = new LedgerVerifier(store, anchor, clock).verify();
    List<Finding> findings = new ArrayList<>(verification.findings());
    findings.addAll(new RegistryInspection(registry, store).inspect(verification));
    List<SignedEntry> decisions =
        store.numbers().stream()
            .flatMap(number -> store.read(number).flatMap(StoredLedger::readable).stream())
            .filter(signed -> signed.entry().decision().model() != null)
            .toList();
    return new Look(verification.entries(), decisions, findings);
  }

  /** What can't be read is among the findings already. */
  private static Optional<SignedEntry> readable(byte[] stored) {
    try {
      return Optional.of(SignedEntry.read(stored));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
