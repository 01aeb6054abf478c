package dev.emovox.evaluation.calibration;

import java.util.List;

/**
 * How far a model's probabilities can be taken at their word. A clip's confidence is the
 * probability of the class that it was given.
 *
 * @param clips number of clips
 * @param expectedCalibrationError mean over clips of the distance between confidence and accuracy
 *     of their bin, from 0 to 1 (Naeini et al. 2015; Guo et al. 2017). Of few clips it is too high,
 *     for a bin's accuracy then differs from its confidence by chance alone
 * @param brierScore mean over clips of the squared distance between the probabilities and the
 *     truth, summed over classes, from 0 to 2 (Brier 1950)
 * @param meanConfidence mean confidence of the clips
 * @param accuracy share of clips that are right
 * @param bins of equal width from 0 to 1, also empty ones
 */
public record Calibration(
    int clips,
    double expectedCalibrationError,
    double brierScore,
    double meanConfidence,
    double accuracy,
    List<ConfidenceBin> bins) {
  public Calibration {
    bins = List.copyOf(bins);
  }
}
