package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.Models;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One registered version, 3. */
public final class FakeModels implements Models {
  public static ModelVersion version(String number, Map<String, String> tags, String... aliases) {
    return new ModelVersion(
        "emovox",
        number,
        Optional.of(Statuses.digest("package")),
        "s3://emovox/models/x/",
        "mlflow-run",
        Instant.parse("2026-01-31T14:26:00Z"),
        tags,
        List.of(aliases));
  }

  @Override
  public List<ModelVersion> versions() {
    Map<String, String> tags =
        Map.of(
            "emovox.run", Statuses.RUN,
            "emovox.accuracy", "0.75",
            "emovox.promoted", "2026-01-31T14:30:00Z");
    return List.of(version("2", Map.of()), version("3", tags, "champion"));
  }

  private static final SigningKey KEY = SigningKey.generate();

  /** Entry 2 of a ledger. */
  public static SignedEntry entry(EntryKind kind, String version, Decision.Reasoned by) {
    Digest digest = Statuses.digest("package");
    Decision decision =
        Decision.about(
            kind,
            by,
            new ServedModel("emovox", version, null, digest, Statuses.RUN),
            new Decision.Attested(
                List.of(new Resource("package.json", digest)),
                List.of(new Resource("evaluation", Statuses.digest("evaluation")))));
    Instant time = Instant.parse("2026-01-31T14:30:00Z");
    return SignedEntry.sign(
        new LedgerEntry(2, Statuses.digest("genesis"), time, decision), List.of(KEY));
  }

  @Override
  public void close() {}
}
