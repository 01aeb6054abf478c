package dev.emovox.adapters.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions 1 to 3 of a model, and an alias. */
final class MemoryModels implements Registry {
  private final Map<String, Map<String, String>> versions = new TreeMap<>();
  private volatile String champion;
  private volatile boolean away;

  MemoryModels() {
    for (String version : List.of("1", "2", "3")) {
      versions.put(version, new TreeMap<>(Map.of("emovox.run", "run-" + version)));
    }
  }

  static Digest packageOf(String version) {
    return Digest.of("package of " + version);
  }

  /** The version that is served. */
  Optional<String> served() {
    return Optional.ofNullable(champion);
  }

  /** Somebody moves the alias by hand. */
  void serve(String version) {
    champion = version;
  }

  /** Somebody deletes a version. */
  void delete(String version) {
    versions.remove(version);
  }

  /** The alias can't be moved any more, or can again. */
  void away(boolean is) {
    away = is;
  }

  @Override
  public String modelName() {
    return "emovox";
  }

  @Override
  public List<ModelVersion> versions() {
    return versions.keySet().stream().map(this::version).toList();
  }

  private ModelVersion version(String number) {
    return new ModelVersion(
        "emovox",
        number,
        Optional.of(packageOf(number)),
        "s3://emovox/models/x/",
        "",
        Instant.EPOCH,
        Map.copyOf(versions.get(number)),
        List.of());
  }

  @Override
  public Optional<ModelVersion> champion() {
    return served().map(this::version);
  }

  @Override
  public void crown(ModelVersion version) {
    if (away) {
      throw new ServerUnavailableException("MLflow is away.", null);
    }
    champion = version.version();
  }

  @Override
  public void tag(ModelVersion version, String key, String value) {
    versions.get(version.version()).put(key, value);
  }
}
