package dev.emovox.serving.stream;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * What a client wants of its stream.
 *
 * @param window samples that are heard for an estimate
 * @param hop samples from one estimate to the next
 */
record StreamShape(int window, int hop) {
  /** Of the samples that are sent, in hertz. */
  static final int SAMPLE_RATE = 16_000;

  private static final String WINDOW = "window";
  private static final String HOP = "hop";
  private static final double STANDARD_WINDOW = 3;
  private static final double STANDARD_HOP = 1;
  private static final double SHORTEST = 0.1;

  /**
   * Reads the query.
   *
   * @param longest seconds of a window
   * @throws ProblemException if a parameter is not known or out of its range
   */
  static StreamShape parse(MultiMap query, double longest) {
    for (String name : query.names()) {
      if (!List.of(WINDOW, HOP).contains(name)) {
        throw malformed("A parameter is not known; window and hop are.");
      }
    }
    double window = seconds(WINDOW, query.get(WINDOW), Math.min(STANDARD_WINDOW, longest));
    double hop = seconds(HOP, query.get(HOP), Math.min(STANDARD_HOP, window));
    if (window > longest || hop > window) {
      throw malformed(
          "The window has at most " + longest + " seconds, and the hop is no longer than it.");
    }
    return new StreamShape((int) (window * SAMPLE_RATE), (int) (hop * SAMPLE_RATE));
  }

  private static double seconds(String name, String text, double standard) {
    if (text == null) {
      return standard;
    }
    if (text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?") && Double.parseDouble(text) >= SHORTEST) {
      return Double.parseDouble(text);
    }
    throw malformed("The parameter " + name + " is no number of seconds from " + SHORTEST + ".");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
