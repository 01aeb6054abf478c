package dev.emovox.cli.document;

import dev.emovox.domain.Digest;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registered model as {@code models --json} lists it.
 *
 * @param version number in the registry
 * @param run the run that made it
 * @param digest its package, or null
 * @param aliases names that point to it; {@code champion} is served
 * @param accuracy on the test part, or null if the registry does not say
 * @param promoted when it was promoted last, or null
 * @param created when it was registered
 */
public record VersionDocument(
    String version,
    String run,
    Digest digest,
    List<String> aliases,
    Double accuracy,
    String promoted,
    Instant created) {

  /** The document of a version. */
  public static VersionDocument of(ModelVersion version) {
    Map<String, String> tags = version.tags();
    return new VersionDocument(
        version.version(),
        tags.getOrDefault("emovox.run", version.runId()),
        version.digest().orElse(null),
        version.aliases(),
        number(tags.get("emovox.accuracy")).orElse(null),
        tags.get("emovox.promoted"),
        version.created());
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.ofNullable(text).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
