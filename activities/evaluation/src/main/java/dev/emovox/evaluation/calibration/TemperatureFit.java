package dev.emovox.evaluation.calibration;

import dev.emovox.domain.CalibrationScores;
import dev.emovox.domain.TemperatureScaling;
import java.util.List;
import java.util.Optional;

/**
 * Fits the temperature that makes probabilities mean what they say (Guo et al. 2017, "On
 * Calibration of Modern Neural Networks"): the one under which the right classes of the validation
 * clips are likeliest, between {@link TemperatureScaling#LOWEST} and {@link
 * TemperatureScaling#HIGHEST}.
 *
 * <p>The mean negative log-likelihood is convex in the inverse temperature {@code b}: its slope is
 * the mean over clips of {@code sum_c p_c(b) z_c - z_truth}, and never falls, because that of each
 * clip's part is the variance of its logits under {@code p(b)}. So the minimum lies where the slope
 * is zero, which is found by halving; if it is nowhere zero, the nearer bound is taken. Strict
 * arithmetic in the order of the clips: the same clips give the same bits.
 */
public final class TemperatureFit {
  /** Of fewer clips the one number that is fitted is a matter of chance. */
  public static final int FEWEST_CLIPS = 50;

  /** Halves an interval of twenty to the last bits. */
  private static final int HALVINGS = 64;

  private static final int BINS = 15;

  private final List<LabelledLogits> clips;

  private TemperatureFit(List<LabelledLogits> clips) {
    this.clips = clips;
  }

  /**
   * The scaling for these clips; none if there are fewer than {@link #FEWEST_CLIPS}. It never makes
   * the mean negative log-likelihood on these clips larger.
   *
   * @param clips that the model did not learn from
   */
  public static Optional<TemperatureScaling> of(List<LabelledLogits> clips) {
    return clips.size() < FEWEST_CLIPS
        ? Optional.empty()
        : Optional.of(new TemperatureFit(List.copyOf(clips)).scaling());
  }

  private TemperatureScaling scaling() {
    double temperature = 1 / inverse();
    CalibrationScores before = scores(1);
    CalibrationScores after = scores(temperature);
    // Where nothing is to be gained, rounding would decide.
    return after.negativeLogLikelihood() < before.negativeLogLikelihood()
        ? new TemperatureScaling(temperature, clips.size(), before, after)
        : new TemperatureScaling(1, clips.size(), before, before);
  }

  /** The inverse of the best temperature. */
  private double inverse() {
    double low = 1 / TemperatureScaling.HIGHEST;
    double high = 1 / TemperatureScaling.LOWEST;
    if (slope(low) >= 0) {
      return low;
    }
    if (slope(high) <= 0) {
      return high;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Of the mean negative log-likelihood, by the inverse temperature. */
  private double slope(double inverse) {
    double sum = 0;
    for (LabelledLogits clip : clips) {
      double[] probabilities = TemperatureScaling.probabilities(clip.logits(), 1 / inverse);
      double expected = 0;
      for (int c = 0; c < probabilities.length; c++) {
        expected += probabilities[c] * clip.logits()[c];
      }
      sum += expected - clip.logits()[clip.truth()];
    }
    return sum / clips.size();
  }

  private CalibrationScores scores(double temperature) {
    BinSums bins = new BinSums(BINS);
    double loss = 0;
    for (LabelledLogits clip : clips) {
      double[] probabilities = TemperatureScaling.probabilities(clip.logits(), temperature);
      int likeliest = likeliest(clip.logits());
      bins.add(probabilities[likeliest], likeliest == clip.truth());
      loss += loss(clip, temperature);
    }
    return new CalibrationScores(
        loss / clips.size(), bins.calibration(0).expectedCalibrationError());
  }

  /** Of the logits rather than of a probability, which may have become zero. */
  private static double loss(LabelledLogits clip, double temperature) {
    double largest = clip.logits()[likeliest(clip.logits())];
    double sum = 0;
    for (double logit : clip.logits()) {
      sum += StrictMath.exp((logit - largest) / temperature);
    }
    return StrictMath.log(sum) + (largest - clip.logits()[clip.truth()]) / temperature;
  }

  private static int likeliest(double[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }
}
