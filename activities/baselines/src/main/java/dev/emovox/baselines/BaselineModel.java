package dev.emovox.baselines;

import dev.emovox.domain.LabelSet;

/**
 * A fitted classifier, standardisation included. Immutable and safe for use by several threads; the
 * same features give the same bits, whether the model was just fitted or read from its format.
 */
public interface BaselineModel {

  /** The kind as written in configuration, for example {@code random-forest}. */
  String kind();

  /** The ordered classes; position {@code i} of every result is {@code labels().name(i)}. */
  LabelSet labels();

  /** Number of values in a feature vector. */
  int featureCount();

  /**
   * One unnormalised log-probability a class.
   *
   * @param features the raw vector, not standardised
   * @throws dev.emovox.domain.InvalidInputException if it has the wrong length or a value that is
   *     not finite
   */
  double[] logits(double[] features);

  /**
   * One probability a class; they add up to one.
   *
   * @param features the raw vector, not standardised
   * @throws dev.emovox.domain.InvalidInputException if it has the wrong length or a value that is
   *     not finite
   */
  double[] probabilities(double[] features);
}
