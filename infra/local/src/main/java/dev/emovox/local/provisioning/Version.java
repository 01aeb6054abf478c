package dev.emovox.local.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of numbers and dots, compared number by number; missing numbers count as zero.
 *
 * @param numbers from the most significant on
 */
public record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final Pattern IN_TEXT =
      Pattern.compile("(?<![\\w.])v?(\\d{1,9}(?:\\.\\d{1,9})+)(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");

  public Version {
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads a version and nothing else.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Version parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a version: " + text);
    }
    return new Version(Stream.of(text.split("\\.")).map(Integer::valueOf).toList());
  }

  /** The first version in what a program says of itself; it must have a dot. */
  public static Optional<Version> firstIn(String text) {
    Matcher matcher = IN_TEXT.matcher(text);
    return matcher.find() ? Optional.of(parse(matcher.group(1))) : Optional.empty();
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int difference = Integer.compare(number(i), other.number(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
