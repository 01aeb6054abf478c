package dev.emovox.cli.testing;

import dev.emovox.cli.promotion.LedgerEntry;
import dev.emovox.cli.promotion.PromotionRequest;
import dev.emovox.cli.workplace.Models;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One registered version, 3. */
public final class FakeModels implements Models {
  private Optional<String> champion = Optional.empty();

  public Optional<String> champion() {
    return champion;
  }

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

  @Override
  public LedgerEntry promote(PromotionRequest request) {
    champion = Optional.of(request.version());
    return new LedgerEntry(
        1,
        LedgerEntry.PROMOTE,
        "emovox",
        request.version(),
        null,
        Statuses.digest("package"),
        Statuses.RUN,
        request.by(),
        request.reason(),
        Instant.parse("2026-01-31T14:30:00Z"));
  }

  @Override
  public void close() {}
}
