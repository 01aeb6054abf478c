package dev.emovox.tracking;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run that shall exist.
 *
 * @param experiment name of the experiment
 * @param key what makes it this run and no other within the experiment, up to 250 ASCII characters
 *     without quotes and backslashes; the tag {@code emovox.key}
 * @param name what people see
 * @param parentRunId run that this one is shown below
 * @param tags further tags
 */
public record RunSpec(
    String experiment,
    String key,
    String name,
    Optional<String> parentRunId,
    Map<String, String> tags) {
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e&&[^'\"`\\\\]]{1,250}");

  public RunSpec {
    tags = Map.copyOf(tags);
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key of a run: " + key);
    }
  }

  /** A run at the top level without further tags. */
  public static RunSpec of(String experiment, String key, String name) {
    return new RunSpec(experiment, key, name, Optional.empty(), Map.of());
  }

  /** The same below another run. */
  public RunSpec below(MlflowRun parent) {
    return new RunSpec(experiment, key, name, Optional.of(parent.runId()), tags);
  }

  /** The same with other tags. */
  public RunSpec tagged(Map<String, String> otherTags) {
    return new RunSpec(experiment, key, name, parentRunId, otherTags);
  }
}
