package dev.emovox.cli.workplace;

import dev.emovox.local.home.S3Kind;
import java.util.Map;
import java.util.Optional;

/**
 * How the local stack is to be started.
 *
 * @param s3 the S3 server; the home's own or the default if empty
 * @param ports ports that must be used, by name; free ones are found for the others
 */
public record StackChoice(Optional<S3Kind> s3, Map<String, Integer> ports) {
  /** Everything by default. */
  public static StackChoice standard() {
    return new StackChoice(Optional.empty(), Map.of());
  }
}
