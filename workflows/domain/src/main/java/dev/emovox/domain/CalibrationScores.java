package dev.emovox.domain;

/**
 * How far probabilities can be taken at their word, measured on clips that they were not fitted on.
 *
 * @param negativeLogLikelihood mean over clips of the negative natural logarithm of the right
 *     class's probability, 0 or more
 * @param expectedCalibrationError mean over clips of the distance between confidence and accuracy
 *     of their bin, of fifteen of equal width, from 0 to 1
 */
public record CalibrationScores(double negativeLogLikelihood, double expectedCalibrationError) {

  public CalibrationScores {
    if (!(negativeLogLikelihood >= 0 && Double.isFinite(negativeLogLikelihood))) {
      throw new IllegalArgumentException("a negative log-likelihood of " + negativeLogLikelihood);
    }
    if (!(expectedCalibrationError >= 0 && expectedCalibrationError <= 1)) {
      throw new IllegalArgumentException("a calibration error of " + expectedCalibrationError);
    }
  }
}
