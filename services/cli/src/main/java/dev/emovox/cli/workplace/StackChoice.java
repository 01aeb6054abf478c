package dev.emovox.cli.workplace;

import dev.emovox.local.home.S3Kind;
import java.util.Map;
import java.util.Optional;

/**
 * How the local stack is to be started.
 *
 * @param s3 the S3 server; the home's own or the default if empty
 * @param ports ports that must be used, by name; free ones are found for the others
 * @param gpu whether a graphics card is to be computed on; as the home was last started if empty
 */
public record StackChoice(Optional<S3Kind> s3, Map<String, Integer> ports, Optional<Boolean> gpu) {
  /** Everything by default. */
  public static StackChoice standard() {
    return new StackChoice(Optional.empty(), Map.of(), Optional.empty());
  }
}
