package dev.emovox.adapters.promotion;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.gate.AuditCheck;
import dev.emovox.gate.Contender;
import dev.emovox.gate.PackageMeasures;
import dev.emovox.gate.TestedModel;
import dev.emovox.gate.settings.Budgets;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.LedgerKeys;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.chain.TrustFile;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.KeyFolder;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tracking.ModelVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registry with versions 1 to 3, a ledger with real signatures, and packages that can change. */
final class FakePromotionServers implements PromotionServers {
  final MemoryModels models = new MemoryModels();
  final MemoryLedger ledger = new MemoryLedger();
  private final Path folder;
  private final Set<Digest> changed = new HashSet<>();

  /** Servers whose keys lie in an empty folder. */
  FakePromotionServers(Path folder) {
    this.folder = folder;
  }

  /** The package of a version has other bytes from now on. */
  void changePackage(String version) {
    changed.add(MemoryModels.packageOf(version));
  }

  /** All entries, the oldest first. */
  List<Decision> decisions() {
    return ledger.numbers().stream()
        .map(number -> SignedEntry.read(ledger.read(number).orElseThrow()).entry().decision())
        .toList();
  }

  @Override
  public ArtifactRef keep(String name, Object document) {
    byte[] content = new SnakeCaseJson().writeIndented(document);
    Digest digest = Digest.of(content);
    String uri = "s3://emovox/artifacts/%s/%s".formatted(name, digest.hex());
    return new ArtifactRef(uri, digest, content.length, "application/json", 1);
  }

  @Override
  public Registry registry(String model) {
    return models;
  }

  @Override
  public Promotion promotion(String model) {
    TrustAnchor anchor =
        new TrustAnchor(Optional.empty(), new TrustFile(folder.resolve("trust.json")));
    LedgerKeys keys = new LedgerKeys(new KeyFolder(folder.resolve("keys")), notice -> {});
    return new Promotion(
        models, this::verified, new Ledger(ledger, anchor, keys, Clock.systemUTC()));
  }

  private Decision.Attested verified(Digest digest) {
    if (changed.contains(digest)) {
      throw new WorkFailedException("File model.bin has other bytes than package.json says.");
    }
    return new Decision.Attested(List.of(new Resource("package.json", digest)), List.of());
  }

  /** All clips are right with version 3, and half of them with the others. */
  @Override
  public Contender contender(ModelVersion version) {
    List<ScoredClip> clips =
        List.of(clip("a", "sad", version), clip("b", "sad", version), clip("c", "angry", version));
    TestedModel test = new TestedModel("random", Digest.of("predictions"), clips, 1);
    return new Contender(
        version.version(),
        version.digest().orElseThrow(),
        Optional.of("random"),
        Map.of("random", test),
        Optional.empty());
  }

  private static ScoredClip clip(String id, String label, ModelVersion version) {
    String predicted = version.version().equals("3") ? label : "angry";
    return new ScoredClip(id, "ravdess", "01", label, predicted, List.of());
  }

  @Override
  public PackageMeasures measures(Digest packageDigest) {
    return new PackageMeasures() {
      @Override
      public long bytes() {
        return 1000;
      }

      @Override
      public double medianMilliseconds(Budgets.Latency latency) {
        return 1;
      }
    };
  }

  @Override
  public AuditCheck audit(String model) {
    return version -> version.equals("2") ? List.of("lost-data at run-2: a clip.") : List.of();
  }
}
