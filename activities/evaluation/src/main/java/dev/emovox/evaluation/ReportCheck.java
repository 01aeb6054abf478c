package dev.emovox.evaluation;

import java.util.Map;

/** Holds a report against the clips that it claims to be about. */
public final class ReportCheck {
  private ReportCheck() {}

  /**
   * Compares the report's supports with the clips of each class in the test part of the manifest.
   *
   * @param clipsPerClass clips of each class in the test part; classes without clips may be left
   *     out
   * @throws dev.emovox.domain.WorkFailedException if any class differs
   */
  public static void supports(EvaluationReport report, Map<String, Integer> clipsPerClass) {
    pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
