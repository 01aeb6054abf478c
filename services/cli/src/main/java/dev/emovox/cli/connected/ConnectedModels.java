package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.promotion.StoredPackages;
import dev.emovox.cli.workplace.Models;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.PromotionRequest;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.promotion.RollbackRequest;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import java.time.Clock;
import java.util.List;

/** The models of an MLflow server, with packages and ledger in S3. */
final class ConnectedModels implements Models {
  static final String MODEL = "emovox";

  private final S3Connection connection;
  private final Registry registry;
  private final Promotion promotion;

  ConnectedModels(Endpoints endpoints, LedgerFiles files) {
    connection = new S3Connection(endpoints.s3());
    registry = new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), MODEL);
    promotion =
        new Promotion(
            registry,
            new StoredPackages(new PackageStore(new ArtifactStore(connection))),
            new Ledger(
                new S3EntryStore(connection),
                files.anchor(endpoints.s3().bucket()),
                files.keys(),
                Clock.systemUTC()));
  }

  @Override
  public List<ModelVersion> versions() {
    return registry.versions();
  }

  @Override
  public SignedEntry promote(PromotionRequest request) {
    return promotion.promote(request);
  }

  @Override
  public SignedEntry rollback(RollbackRequest request) {
    return promotion.rollback(request);
  }

  @Override
  public SignedEntry resume() {
    return promotion.resume();
  }

  @Override
  public void close() {
    connection.close();
  }
}
