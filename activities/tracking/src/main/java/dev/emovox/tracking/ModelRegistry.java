package dev.emovox.tracking;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.settings.MlflowEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Versions of registered models and the aliases that point to them. A package has at most one
 * version: its digest is the version's tag {@code emovox.digest}.
 *
 * <p>Every method throws {@link ServerUnavailableException} if the server is away and {@link
 * InvalidInputException} if it refuses access or the request. Safe for use by several threads.
 */
public final class ModelRegistry {
  /** Tag that holds the digest of a version's package. */
  public static final String DIGEST_TAG = "emovox.digest";

  private final MlflowRest rest;
  private final VersionReader reader;

  /** The registry of a server; nothing is sent yet. */
  public ModelRegistry(MlflowEndpoint endpoint) {
    this.rest = new MlflowRest(endpoint);
    this.reader = new VersionReader(rest);
  }

  private record NewModel(String name) {}

  private record NewVersion(String name, String source, String runId, List<MlflowTag> tags) {}

  private record Version(String name, String version) {}

  private record VersionTag(String name, String version, String key, String value) {}

  private record Alias(String name, String alias, String version) {}

  private record AliasName(String name, String alias) {}

  /**
   * The version of that package, which is registered if it is not yet. Of several callers at once
   * all get the same version: the lowest stays, the others are deleted.
   */
  public ModelVersion register(VersionRequest request) {
    createModel(VersionReader.required(request.modelName()));
    List<ModelVersion> found = reader.withDigest(request.modelName(), request.packageDigest());
    if (!found.isEmpty()) {
      return found.get(0);
    }
    create(request);
    List<ModelVersion> rivals = reader.withDigest(request.modelName(), request.packageDigest());
    rivals.stream().skip(1).filter(loser -> loser.aliases().isEmpty()).forEach(this::delete);
    return rivals.get(0);
  }

  private void createModel(String name) {
    try {
      rest.post("registered-models/create", new NewModel(name));
    } catch (MlflowRefusedException e) {
      if (!e.alreadyExists()) {
        throw e;
      }
    }
  }

  private void create(VersionRequest request) {
    Map<String, String> tags = new TreeMap<>(request.tags());
    tags.put(DIGEST_TAG, request.packageDigest().toString());
    rest.post(
        "model-versions/create",
        new NewVersion(request.modelName(), request.source(), request.runId(), MlflowTag.of(tags)));
  }

  private void delete(ModelVersion loser) {
    try {
      rest.delete("model-versions/delete", new Version(loser.name(), loser.version()));
    } catch (MlflowRefusedException e) {
      if (!e.doesNotExist()) {
        throw e;
      }
    }
  }

  /** Every version of a model, the newest first; none if there is no such model. */
  public List<ModelVersion> versions(String modelName) {
    return reader.all(modelName);
  }

  /** One version; nothing if there is none. */
  public Optional<ModelVersion> version(String modelName, String version) {
    return reader.all(modelName).stream()
        .filter(candidate -> candidate.version().equals(version))
        .findFirst();
  }

  /** The version that an alias points to; nothing if the alias or the model is not there. */
  public Optional<ModelVersion> alias(String modelName, String alias) {
    return reader.aliased(modelName, alias);
  }

  /**
   * Points an alias to a version, away from whatever it pointed to.
   *
   * @throws InvalidInputException if there is no such version
   */
  public void setAlias(String modelName, String alias, String version) {
    rest.post("registered-models/alias", new Alias(modelName, alias, version));
  }

  /** Removes an alias; nothing happens if it is not there. */
  public void deleteAlias(String modelName, String alias) {
    try {
      rest.delete("registered-models/alias", new AliasName(modelName, alias));
    } catch (MlflowRefusedException e) {
      if (!e.doesNotExist()) {
        throw e;
      }
    }
  }

  /** Sets a tag of a version. */
  public void setTag(ModelVersion version, String key, String value) {
    rest.post(
        "model-versions/set-tag", new VersionTag(version.name(), version.version(), key, value));
  }
}
