package dev.emovox.domain;

/**
 * Scores on the validation part after an epoch; shares are from 0 to 1.
 *
 * @param loss mean cross-entropy, without label smoothing and class weights
 * @param accuracy share of clips that are right
 * @param unweightedAverageRecall mean recall over classes that occur
 * @param weightedF1 F1 averaged over clips' classes
 * @param macroF1 F1 averaged over classes
 */
public record ValidationScores(
    double loss,
    double accuracy,
    double unweightedAverageRecall,
    double weightedF1,
    double macroF1) {

  /** The value of one metric. */
  public double value(ValidationMetric metric) {
    return switch (metric) {
      case LOSS -> loss;
      case ACCURACY -> accuracy;
      case UNWEIGHTED_AVERAGE_RECALL -> unweightedAverageRecall;
      case WEIGHTED_F1 -> weightedF1;
      case MACRO_F1 -> macroF1;
    };
  }
}
