package dev.emovox.cli.testing;

import dev.emovox.artifacts.ObjectLock;
import dev.emovox.cli.ledger.LedgerReport;
import dev.emovox.cli.workplace.LedgerAccess;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger of which entry 2 is known. */
public final class FakeLedger implements LedgerAccess {
  private final List<Finding> findings = new ArrayList<>();
  private SignedEntry second =
      FakeModels.entry(EntryKind.PROMOTION, "3", new Decision.Reasoned("ada", "why not"));

  /** From now on this is entry 2. */
  void hold(SignedEntry entry) {
    second = entry;
  }

  /** From now on the alias is found moved. */
  public void moveAlias() {
    findings.add(Finding.of(Rule.LEDGER_ALIAS_MOVED, "emovox", "version 2 is served"));
  }

  @Override
  public LedgerReport verify(boolean withRegistry) {
    Verification verification =
        new Verification(
            2,
            Optional.of(Statuses.digest("key")),
            TrustAnchor.Origin.REMEMBERED,
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new LedgerReport(
        "s3://emovox/ledger/signed/",
        verification,
        withRegistry ? List.copyOf(findings) : List.of(),
        withRegistry,
        new ObjectLock(ObjectLock.State.NONE, ""));
  }

  @Override
  public List<SignedEntry> newest(int limit) {
    return List.of(entry(2));
  }

  @Override
  public SignedEntry entry(long number) {
    if (number != 2) {
      throw new InvalidInputException("There is no entry " + number);
    }
    return second;
  }

  @Override
  public SignedEntry rotate(Decision.Reasoned by) {
    return FakeModels.entry(EntryKind.ROLLBACK, "3", by);
  }

  @Override
  public void close() {}
}
