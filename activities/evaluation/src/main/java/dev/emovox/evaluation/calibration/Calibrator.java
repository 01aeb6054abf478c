package dev.emovox.evaluation.calibration;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.ScoredClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures the calibration of predictions.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Calibrator {
  /** As many as most publications have. */
  private static final int BINS = 15;

  private static final double ROUNDING = 1e-6;

  private final LabelSet labels;

  /** For predictions of these classes, in the order of their probabilities. */
  public Calibrator(LabelSet labels) {
    this.labels = labels;
  }

  /**
   * The calibration of {@code clips}, which does not depend on their order.
   *
   * @param clips at least one; each with a probability from 0 to 1 for every class
   * @throws InvalidInputException otherwise
   */
  public Calibration measure(List<ScoredClip> clips) {
    if (clips.isEmpty()) {
      throw new InvalidInputException("There are no predictions whose calibration to measure.");
    }
    BinSums sums = new BinSums(BINS);
    double brier = 0;
    // In one order, so that sums of floating point are the same whatever the table's order.
    for (ScoredClip clip : clips.stream().sorted(Comparator.comparing(ScoredClip::id)).toList()) {
      check(clip);
      double confidence = clip.probabilities().get(index(clip, clip.predicted()));
      sums.add(confidence, clip.label().equals(clip.predicted()));
      brier += brier(clip);
    }
    return sums.calibration(brier / clips.size());
  }

  private void check(ScoredClip clip) {
    boolean wrong =
        clip.probabilities().size() != labels.size()
            || clip.probabilities().stream().anyMatch(p -> !(p >= 0 && p <= 1 + ROUNDING));
    if (wrong) {
      throw new InvalidInputException(
          "Clip %s has the probabilities %s; there must be one from 0 to 1 for each of the %d classes. Evaluate the model again."
              .formatted(clip.id(), shortened(clip.probabilities()), labels.size()));
    }
  }

  private static List<Double> shortened(List<Double> probabilities) {
    return new ArrayList<>(probabilities.subList(0, Math.min(BINS, probabilities.size())));
  }

  private double brier(ScoredClip clip) {
    int truth = index(clip, clip.label());
    double sum = 0;
    for (int c = 0; c < labels.size(); c++) {
      double distance = clip.probabilities().get(c) - (c == truth ? 1 : 0);
      sum += distance * distance;
    }
    return sum;
  }

  private int index(ScoredClip clip, String label) {
    int index = labels.labels().indexOf(label);
    if (index < 0) {
      throw new InvalidInputException(
          "Clip %s has the class '%s', which is not one of the model's %s."
              .formatted(clip.id(), label, labels.labels()));
    }
    return index;
  }
}
