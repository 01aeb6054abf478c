package dev.emovox.tracking;

import dev.emovox.domain.Digest;
import java.util.Map;

/**
 * A package that shall be a version of a registered model.
 *
 * @param modelName registered model
 * @param packageDigest digest of the package; the tag {@code emovox.digest}
 * @param source folder of the package, {@code s3://BUCKET/models/HEX/}
 * @param runId MLflow's run that made it
 * @param tags further tags
 */
public record VersionRequest(
    String modelName, Digest packageDigest, String source, String runId, Map<String, String> tags) {

  public VersionRequest {
    tags = Map.copyOf(tags);
  }
}
