package dev.emovox.cli.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a calendar: numbers, names, ranges {@code a-b}, steps {@code a-b/n} or {@code
 * *}{@code /n}, and lists of them with commas.
 */
public enum CalendarPart {
  /** Of an hour. */
  MINUTE(0, 59, ""),
  /** Of a day. */
  HOUR(0, 23, ""),
  /** From one. */
  DAY_OF_MONTH(1, 31, ""),
  /** From one. */
  MONTH(1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
  /** Sunday is 0 and 7. */
  DAY_OF_WEEK(0, 7, "sun mon tue wed thu fri sat");

  private static final Pattern FORM =
      Pattern.compile("(?:(\\*)|(\\d{1,4}|[a-z]{3})(?:-(\\d{1,4}|[a-z]{3}))?)(?:/(\\d{1,4}))?");
  private static final int SUNDAY_AGAIN = 7;

  private final int least;
  private final int most;
  private final String names;

  CalendarPart(int least, int most, String names) {
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /**
   * Numbers from one to another in steps.
   *
   * @param first the first
   * @param last the last that is possible
   * @param step at least 1
   */
  public record Range(int first, int last, int step) {}

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none or a number is out of bounds
   */
  public List<Range> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String entry : text.strip().toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher matcher = FORM.matcher(entry.strip());
      if (!matcher.matches()) {
        throw wrong(text, "is no such part of a calendar");
      }
      ranges.addAll(ranges(matcher, text));
    }
    return List.copyOf(ranges);
  }

  private List<Range> ranges(Matcher matcher, String text) {
    int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    if (step < 1) {
      throw wrong(text, "has a step of 0");
    }
    if (matcher.group(1) != null) {
      return List.of(new Range(least, this == DAY_OF_WEEK ? most - 1 : most, step));
    }
    int first = number(matcher.group(2), text);
    boolean alone = matcher.group(3) == null;
    int last = !alone ? number(matcher.group(3), text) : matcher.group(4) == null ? first : most;
    if (last < first) {
      throw wrong(text, "ends before it begins");
    }
    return withoutSecondSunday(new Range(first, last, step));
  }

  /** Temporal counts the days of the week from 0 to 6. */
  private List<Range> withoutSecondSunday(Range range) {
    if (this != DAY_OF_WEEK || range.last() < SUNDAY_AGAIN) {
      return List.of(range);
    }
    List<Range> ranges = new ArrayList<>();
    if ((SUNDAY_AGAIN - range.first()) % range.step() == 0) {
      ranges.add(new Range(0, 0, 1));
    }
    if (range.first() < SUNDAY_AGAIN) {
      ranges.add(new Range(range.first(), SUNDAY_AGAIN - 1, range.step()));
    }
    return ranges;
  }

  private int number(String word, String text) {
    int name = List.of(names.split(" ", -1)).indexOf(word);
    if (name >= 0) {
      return name + least;
    }
    int number = word.matches("\\d+") ? Integer.parseInt(word) : -1;
    if (number < least || number > most) {
      throw wrong(text, "has '%s', which is not from %d to %d".formatted(word, least, most));
    }
    return number;
  }

  private IllegalArgumentException wrong(String text, String why) {
    String also = names.isEmpty() ? "" : " or names such as " + names.split(" ", -1)[1];
    return new IllegalArgumentException(
        "is '%s', which %s. Write numbers from %d to %d%s, ranges such as %d-%d, steps such as */2, or lists of them with commas."
            .formatted(text, why, least, most, also, least + 1, least + 4));
  }
}
