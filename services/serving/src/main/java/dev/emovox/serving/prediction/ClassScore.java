package dev.emovox.serving.prediction;

/**
 * What the model says of a class.
 *
 * @param label the class
 * @param probability between 0 and 1
 * @param logit unnormalised log-probability
 */
public record ClassScore(String label, double probability, double logit) {}
