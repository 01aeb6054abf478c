package dev.emovox.audit.testing;

import dev.emovox.audit.Audit;
import dev.emovox.audit.AuditSources;
import dev.emovox.audit.StoredLedger;
import dev.emovox.audit.finding.Finding;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.LedgerKeys;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.chain.TrustFile;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.KeyFolder;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.PromotionRequest;
import dev.emovox.records.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a clean run as versions 1, 2 and 3, and a ledger of their promotions with real
 * signatures: genesis, then versions 1, 2, 3 and 1 again as entries 2 to 5, a minute apart. An
 * auditor looks at it who never saw it before.
 */
public final class PromotedRun {
  private static final Instant FIRST = Instant.parse("2026-02-01T09:00:00Z");
  private static final long MINUTE = 60;

  /** Number of the last entry. */
  public static final long LAST = 5;

  private final MadeRun run = CleanRun.with(Plant.nothing());
  private final MemoryEntries entries = new MemoryEntries();
  private final MemoryRegistry registry = MemoryRegistry.withAll(run);
  private final Path folder;
  private Optional<Digest> firstKey = Optional.empty();

  /** Promotes; keys and memories lie in an empty folder. */
  public PromotedRun(Path folder) {
    this.folder = folder;
    int minute = 0;
    for (String version : List.of("1", "2", "3", "1")) {
      promotion(minute++).promote(new PromotionRequest(version, "ada", "because"));
    }
  }

  private Promotion promotion(int minute) {
    return new Promotion(registry, PromotedRun::attested, ledger(minute));
  }

  /** The ledger as its owners use it, so many minutes after its beginning. */
  public Ledger ledger(int minute) {
    return new Ledger(
        entries,
        anchor("writer", Optional.empty()),
        keys(),
        at(FIRST.plusSeconds(minute * MINUTE)));
  }

  private static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private TrustAnchor anchor(String who, Optional<Digest> key) {
    return new TrustAnchor(key, new TrustFile(folder.resolve(who + ".json")));
  }

  private LedgerKeys keys() {
    return new LedgerKeys(new KeyFolder(folder.resolve("keys")), notice -> {});
  }

  private static Decision.Attested attested(Digest digest) {
    Resource index = new Resource("models/" + digest.hex() + "/package.json", digest);
    return new Decision.Attested(List.of(index), List.of());
  }

  public MemoryEntries entries() {
    return entries;
  }

  public MemoryRegistry registry() {
    return registry;
  }

  /** What an entry says. */
  public LedgerEntry entry(long number) {
    return SignedEntry.read(entries.read(number).orElseThrow()).entry();
  }

  /** The key that everything is signed with. */
  public SigningKey key() {
    KeyFolder folderOfKeys = keys().folder();
    return folderOfKeys.key(folderOfKeys.ids().get(0));
  }

  /** Puts an entry in the place of one that is there. */
  public void forge(long number, LedgerEntry entry, SigningKey key) {
    entries.replace(number, SignedEntry.sign(entry, List.of(key)).stored());
  }

  /** The auditor was told of another first key. */
  public void expect(Digest key) {
    firstKey = Optional.of(key);
  }

  /** What an audit of everything finds. */
  public List<Finding> findings() {
    RunRecord record = new RunRecord(run.plan(), Optional.of(run.status()));
    Clock later = at(FIRST.plusSeconds(LAST * MINUTE));
    StoredLedger ledger = new StoredLedger(entries, anchor("auditor", firstKey), registry, later);
    AuditSources sources =
        new AuditSources(
            new MemoryRuns(Map.of(record.id(), record)),
            run.evidence(),
            id -> Optional.ofNullable(run.tracked()),
            registry,
            ledger);
    return new Audit(sources, line -> {}).ofEverything().findings();
  }
}
