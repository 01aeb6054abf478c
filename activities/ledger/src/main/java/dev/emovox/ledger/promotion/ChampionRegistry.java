package dev.emovox.ledger.promotion;

import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A registered model in MLflow whose alias {@code champion} names what is served. The alias {@code
 * challenger}, by which services try a version beside it, ends when that version is crowned: it
 * would else be tried again, as an old model, beside the champion after it.
 */
public final class ChampionRegistry implements Registry {
  private static final String CHAMPION = "champion";
  private static final String CHALLENGER = "challenger";

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
    return registry.alias(modelName, CHAMPION);
  }

  @Override
  public void crown(ModelVersion version) {
    registry.setAlias(modelName, CHAMPION, version.version());
    Optional<ModelVersion> challenger = registry.alias(modelName, CHALLENGER);
    if (challenger.map(ModelVersion::version).equals(Optional.of(version.version()))) {
      registry.deleteAlias(modelName, CHALLENGER);
    }
  }

  @Override
  public void tag(ModelVersion version, String key, String value) {
    registry.setTag(version, key, value);
  }
}
