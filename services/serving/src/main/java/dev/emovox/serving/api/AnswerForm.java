package dev.emovox.serving.api;

import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.prediction.Question;
import dev.emovox.serving.prediction.Uncertainty;
import dev.emovox.serving.prediction.Windows;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants to hear of an answer.
 *
 * @param top which classes
 * @param logits whether also the values before they become probabilities
 * @param windows parts of the clip that are answered too
 * @param version the version that is to answer; any if empty
 * @param uncertainty when an answer is said to be uncertain
 */
public record AnswerForm(
    TopChoice top,
    boolean logits,
    Optional<Windows> windows,
    Optional<String> version,
    Uncertainty uncertainty) {
  private static final String TOP = "top";
  private static final String LOGITS = "logits";
  private static final String SEGMENTS = "segments";
  private static final String HOP = "hop";
  private static final String VERSION = "version";
  private static final List<String> KNOWN = List.of(TOP, LOGITS, SEGMENTS, HOP, VERSION);
  private static final int LONGEST_ECHO = 40;

  /**
   * Reads the query. A parameter that we do not know would be ignored silently, so it is an error
   * instead.
   *
   * @param limits of the windows of a clip
   * @param uncertainty as the service is configured
   * @throws ProblemException if a parameter is not known or its value is none
   */
  static AnswerForm parse(
      MultivaluedMap<String, String> query, Windows.Limits limits, Uncertainty uncertainty) {
    for (String name : query.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new ProblemException(
            ProblemType.MALFORMED,
            "The parameter "
                + quoted(name)
                + " is not known; "
                + String.join(", ", KNOWN)
                + " are.");
      }
    }
    return new AnswerForm(
        TopChoice.parse(query.getFirst(TOP)),
        logits(query.getFirst(LOGITS)),
        windows(query.getFirst(SEGMENTS), query.getFirst(HOP), limits),
        Optional.ofNullable(query.getFirst(VERSION)),
        uncertainty);
  }

  /** The question for one clip. */
  public Question question(ClipSource source, Duration patience) {
    return new Question(source, windows, version, patience);
  }

  private static Optional<Windows> windows(String seconds, String hop, Windows.Limits limits) {
    if (seconds == null && hop != null) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The parameter hop is for segments only; give segments too.");
    }
    if (seconds == null) {
      return Optional.empty();
    }
    double length = Numbers.positive("parameter segments", seconds);
    double step = hop == null ? length / 2 : Numbers.positive("parameter hop", hop);
    return Optional.of(new Windows(length, step, limits));
  }

  private static boolean logits(String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new ProblemException(
        ProblemType.MALFORMED, "The parameter logits is neither true nor false.");
  }

  private static String quoted(String name) {
    return "'" + name.substring(0, Math.min(name.length(), LONGEST_ECHO)) + "'";
  }
}
