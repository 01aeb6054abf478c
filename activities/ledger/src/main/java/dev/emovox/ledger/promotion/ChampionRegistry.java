package dev.emovox.ledger.promotion;

import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A registered model in MLflow whose alias {@code champion} names what is served. */
public final class ChampionRegistry implements Registry {
  private static final String ALIAS = "champion";

  private final ModelRegistry registry;
  private final String modelName;

  public ChampionRegistry(ModelRegistry registry, String modelName) {
    this.registry = registry;
    this.modelName = modelName;
  }

  @Override
  public String modelName() {
    return modelName;
  }

  @Override
  public List<ModelVersion> versions() {
    return registry.versions(modelName).stream()
        .sorted(Comparator.comparingLong(version -> Long.parseLong(version.version())))
        .toList();
  }

  @Override
  public Optional<ModelVersion> champion() {
    return registry.alias(modelName, ALIAS);
  }

  @Override
  public void crown(ModelVersion version) {
    registry.setAlias(modelName, ALIAS, version.version());
  }

  @Override
  public void tag(ModelVersion version, String key, String value) {
    registry.setTag(version, key, value);
  }
}
