package dev.emovox.cli.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, written {@code 90s}, {@code 15m}, {@code 6h} or {@code 7d}.
 *
 * @param seconds at most ten years
 */
public record Span(long seconds) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhd])");
  private static final Map<String, Long> UNITS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86400L);
  private static final long LONGEST = 3650 * 86400L;

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator
  public static Span parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no length of time; write a whole number and s, m, h or d, for example 90s, 15m, 6h or 7d."
              .formatted(text));
    }
    long seconds = Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
    if (seconds > LONGEST) {
      throw new IllegalArgumentException("'%s' is longer than ten years.".formatted(text));
    }
    return new Span(seconds);
  }
}
