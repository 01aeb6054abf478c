package dev.emovox.cli.experiment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names runs {@code EXPERIMENT-yyyyMMdd-HHmmss-xxxx}: when they were started (UTC) and four random
 * hexadecimal digits, so that two people may start the same experiment in the same second.
 */
public final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final Pattern FORM = Pattern.compile("(.+)-\\d{8}-\\d{6}-[0-9a-f]{4}");
  private static final int SUFFIXES = 1 << 16;

  private final Clock clock;
  private final RandomGenerator random;

  public RunIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new name. */
  public String next(String experiment) {
    return "%s-%s-%04x"
        .formatted(experiment, TIME.format(clock.instant()), random.nextInt(SUFFIXES));
  }

  /** The experiment in a run's name; empty if the name is of another form. */
  public static Optional<String> experiment(String runId) {
    Matcher matcher = FORM.matcher(runId);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
