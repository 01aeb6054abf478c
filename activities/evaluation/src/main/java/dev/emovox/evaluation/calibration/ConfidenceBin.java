package dev.emovox.evaluation.calibration;

/**
 * The clips whose confidence is above {@code from} and not above {@code to}; the first bin has 0
 * too.
 *
 * @param from lower end
 * @param to upper end
 * @param clips number of clips
 * @param confidence their mean confidence; 0 of no clips
 * @param accuracy share of them that is right; 0 of no clips
 */
public record ConfidenceBin(double from, double to, int clips, double confidence, double accuracy) {

  /** By how much the model believes itself too much; negative if too little. */
  public double gap() {
    return confidence - accuracy;
  }
}
