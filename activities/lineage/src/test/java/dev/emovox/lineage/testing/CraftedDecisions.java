package dev.emovox.lineage.testing;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries of a ledger, each of which names the one before. */
public final class CraftedDecisions {
  private final SigningKey key = SigningKey.generate();
  private final List<SignedEntry> entries = new ArrayList<>();

  public CraftedDecisions() {
    add(Decision.genesis(key.verificationKey(), "ada", List.of()));
  }

  /** A version of the model is promoted or rolled back to. */
  public CraftedDecisions decide(EntryKind kind, String version, Digest modelPackage) {
    ServedModel model = new ServedModel("emovox", version, null, modelPackage, null);
    Decision.Attested attested =
        new Decision.Attested(List.of(new Resource("package.json", modelPackage)), List.of());
    return add(Decision.about(kind, new Decision.Reasoned("ada", "it is better"), model, attested));
  }

  private CraftedDecisions add(Decision decision) {
    int number = entries.size() + 1;
    Digest previous = number == 1 ? null : entries.get(number - 2).digest();
    LedgerEntry entry =
        new LedgerEntry(number, previous, Instant.EPOCH.plusSeconds(number), decision);
    entries.add(SignedEntry.sign(entry, List.of(key)));
    return this;
  }

  /** All entries, the oldest first. */
  public List<SignedEntry> entries() {
    return entries;
  }
}
