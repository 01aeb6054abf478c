package dev.emovox.serving.api;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.regex.Pattern;

/** Numbers that clients send as text. */
final class Numbers {
  /** Ordinary decimals only: what Java reads beyond them, such as 0x1p3 and NaN, is no request. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private Numbers() {}

  /**
   * A number above 0.
   *
   * @param what it is called in the problem
   * @throws ProblemException if it is none
   */
  static double positive(String what, String text) {
    if (DECIMAL.matcher(text).matches() && Double.parseDouble(text) > 0) {
      return Double.parseDouble(text);
    }
    throw new ProblemException(
        ProblemType.MALFORMED, "The " + what + " is not a number of seconds above 0, such as 2.5.");
  }
}
