package dev.emovox.serving.grpc;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the client of a call waits, as its header says: at most eight digits and a unit. */
final class Deadline {
  static final String HEADER = "grpc-timeout";
  private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,8})([HMSmun])");

  private Deadline() {}

  /**
   * Reads the header.
   *
   * @param header null if the client does not say
   * @throws ProblemException if it is no time
   */
  static Optional<Duration> of(String header) {
    return Optional.ofNullable(header).map(Deadline::duration);
  }

  private static Duration duration(String header) {
    Matcher matcher = TIMEOUT.matcher(header);
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The header " + HEADER + " is no time such as 1500m.");
    }
    return Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2).charAt(0)));
  }

  private static ChronoUnit unit(char letter) {
    return switch (letter) {
      case 'H' -> ChronoUnit.HOURS;
      case 'M' -> ChronoUnit.MINUTES;
      case 'S' -> ChronoUnit.SECONDS;
      case 'm' -> ChronoUnit.MILLIS;
      case 'u' -> ChronoUnit.MICROS;
      default -> ChronoUnit.NANOS;
    };
  }
}
