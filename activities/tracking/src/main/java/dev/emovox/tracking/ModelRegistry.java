package dev.emovox.tracking;

import dev.emovox.settings.MlflowEndpoint;
import java.util.List;
import java.util.Optional;

@SuppressWarnings("DoNotCallSuggester")
public final class ModelRegistry {
  public ModelRegistry(MlflowEndpoint endpoint) {}

  public ModelVersion register(VersionRequest request) {
    throw new UnsupportedOperationException();
  }

  public List<ModelVersion> versions(String modelName) {
    throw new UnsupportedOperationException();
  }

  public Optional<ModelVersion> version(String modelName, String version) {
    throw new UnsupportedOperationException();
  }

  public Optional<ModelVersion> alias(String modelName, String alias) {
    throw new UnsupportedOperationException();
  }

  public void setAlias(String modelName, String alias, String version) {
    throw new UnsupportedOperationException();
  }

  public void deleteAlias(String modelName, String alias) {
    throw new UnsupportedOperationException();
  }

  public void setTag(ModelVersion version, String key, String value) {
    throw new UnsupportedOperationException();
  }
}
