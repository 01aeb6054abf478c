package dev.emovox.traces;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An hour of predictions and its folder, {@code dt=2026-01-31/hour=23}, as query engines read
 * partitions.
 *
 * @param start its first moment
 */
public record TraceHour(Instant start) implements Comparable<TraceHour> {
  private static final Pattern FOLDER =
      Pattern.compile("dt=(\\d{4}-\\d{2}-\\d{2})/hour=([01]\\d|2[0-3])");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'dt='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public TraceHour {
    start = start.truncatedTo(ChronoUnit.HOURS);
  }

  /** The hour of a folder; empty if it is none of ours. */
  public static Optional<TraceHour> of(String folder) {
    Matcher match = FOLDER.matcher(folder);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      Instant day = LocalDate.parse(match.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(
          new TraceHour(day.plus(Integer.parseInt(match.group(2)), ChronoUnit.HOURS)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The folder, without slashes around it. */
  public String folder() {
    return FORM.format(start);
  }

  /** The first moment after the hour. */
  public Instant end() {
    return start.plus(1, ChronoUnit.HOURS);
  }

  @Override
  public int compareTo(TraceHour other) {
    return start.compareTo(other.start);
  }
}
