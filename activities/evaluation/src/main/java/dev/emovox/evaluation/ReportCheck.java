package dev.emovox.evaluation;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.WorkFailedException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds a report against the clips that it claims to be about. */
public final class ReportCheck {
  private ReportCheck() {}

  /**
   * Compares the report's supports with the clips of each class in the test part of the manifest.
   * Supports under the wrong names are how permuted class names show.
   *
   * @param clipsPerClass clips of each class in the test part; classes without clips may be left
   *     out
   * @throws WorkFailedException if any class differs
   */
  public static void supports(EvaluationReport report, Map<String, Integer> clipsPerClass) {
    Map<String, String> different = new TreeMap<>();
    Set<String> classes = new TreeSet<>(clipsPerClass.keySet());
    classes.addAll(report.perClass().keySet());
    for (String label : classes) {
      int expected = clipsPerClass.getOrDefault(label, 0);
      ClassScores scores = report.perClass().get(label);
      int reported = scores == null ? 0 : scores.support();
      if (reported != expected) {
        different.put(label, reported + " instead of " + expected);
      }
    }
    if (!different.isEmpty()) {
      throw new WorkFailedException(
          "The report's clips per class are not those of the test part: "
              + different
              + ". The report was made from other clips or names its classes in a wrong order;"
              + " evaluate again.");
    }
  }
}
