package dev.emovox.cli.connected;

import dev.emovox.cli.workplace.Models;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import java.util.List;

/** The models of an MLflow server. */
final class ConnectedModels implements Models {
  static final String MODEL = "emovox";

  private final Registry registry;

  ConnectedModels(Endpoints endpoints) {
    registry = new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), MODEL);
  }

  @Override
  public List<ModelVersion> versions() {
    return registry.versions();
  }

  @Override
  public void close() {
    // The registry's client holds nothing open.
  }
}
