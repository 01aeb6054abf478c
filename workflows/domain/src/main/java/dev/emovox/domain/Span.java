package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Numbers to draw from, evenly; in YAML and JSON {@code [least, most]}, or a list of the one number
 * there is.
 *
 * @param least the lower limit
 * @param most the upper limit
 */
public record Span(double least, double most) {
  /** Numbers are drawn as whole hundredths, so that a short text says exactly what was done. */
  private static final double PER_UNIT = 100;

  /** One number only. */
  public static Span of(double value) {
    return new Span(value, value);
  }

  /**
   * The written form.
   *
   * @throws IllegalArgumentException unless there are one or two numbers
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Span of(List<Double> limits) {
    if (limits.isEmpty() || limits.size() > 2) {
      throw new IllegalArgumentException(
          "has %d numbers; give the least and the most, as [5, 20].".formatted(limits.size()));
    }
    return new Span(limits.get(0), limits.get(limits.size() - 1));
  }

  /** The limits, once if they are the same. */
  @JsonValue
  public List<Double> limits() {
    return Double.compare(least, most) == 0 ? List.of(least) : List.of(least, most);
  }

  /**
   * A number between the limits.
   *
   * @param share of the way from the least to the most, from 0 to 1
   */
  public double at(double share) {
    double hundredth = Math.rint((least + share * (most - least)) * PER_UNIT) / PER_UNIT;
    return Math.max(least, Math.min(most, hundredth));
  }
}
