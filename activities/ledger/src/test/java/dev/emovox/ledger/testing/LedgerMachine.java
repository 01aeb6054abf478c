package dev.emovox.ledger.testing;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.LedgerKeys;
import dev.emovox.ledger.LedgerVerifier;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.key.KeyFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine from which a ledger is used: its keys, its memory and its clock. */
public final class LedgerMachine {
  private final Path keyFolder;
  private final MemoryTrust trust = new MemoryTrust();
  private final List<String> notices = new ArrayList<>();
  private Instant now = Instant.parse("2026-02-01T00:00:00Z");

  public LedgerMachine(Path keyFolder) {
    this.keyFolder = keyFolder;
  }

  public LedgerMachine at(Instant time) {
    now = time;
    return this;
  }

  public Instant now() {
    return now;
  }

  public MemoryTrust trust() {
    return trust;
  }

  public List<String> notices() {
    return notices;
  }

  public KeyFolder keys() {
    return new KeyFolder(keyFolder);
  }

  public TrustAnchor anchor() {
    return new TrustAnchor(Optional.empty(), trust);
  }

  public Ledger ledger(EntryStore store) {
    return new Ledger(store, anchor(), new LedgerKeys(keys(), notices::add), clock());
  }

  public Verification verify(EntryStore store) {
    return new LedgerVerifier(store, anchor(), clock()).verify();
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** The promotion of a made-up version. */
  public static Decision promotion(String version, String reason) {
    Digest digest = Digest.of("package of " + version);
    Resource index = new Resource("models/" + digest.hex() + "/package.json", digest);
    Resource evaluation = new Resource("evaluation", Digest.of("report of " + version));
    return Decision.about(
        EntryKind.PROMOTION,
        new Decision.Reasoned("ada", reason),
        new ServedModel("emovox", version, null, digest, "run-" + version),
        new Decision.Attested(List.of(index), List.of(evaluation)));
  }
}
