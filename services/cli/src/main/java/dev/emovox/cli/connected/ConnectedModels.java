package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.NumberedObjects;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.promotion.ChampionRegistry;
import dev.emovox.cli.promotion.LedgerEntry;
import dev.emovox.cli.promotion.ObjectLedger;
import dev.emovox.cli.promotion.Promotion;
import dev.emovox.cli.promotion.PromotionRequest;
import dev.emovox.cli.promotion.Registry;
import dev.emovox.cli.promotion.StoredPackages;
import dev.emovox.cli.workplace.Models;
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

  ConnectedModels(Endpoints endpoints) {
    connection = new S3Connection(endpoints.s3());
    registry = new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), MODEL);
    promotion =
        new Promotion(
            registry,
            new StoredPackages(new PackageStore(new ArtifactStore(connection))),
            new ObjectLedger(new NumberedObjects(connection, ObjectLedger.FOLDER)),
            Clock.systemUTC());
  }

  @Override
  public List<ModelVersion> versions() {
    return registry.versions();
  }

  @Override
  public LedgerEntry promote(PromotionRequest request) {
    return promotion.promote(request);
  }

  @Override
  public void close() {
    connection.close();
  }
}
