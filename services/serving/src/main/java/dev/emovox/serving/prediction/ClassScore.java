package dev.emovox.serving.prediction;

/**
 * How probable a class is.
 *
 * @param label the class
 * @param probability between 0 and 1
 */
public record ClassScore(String label, double probability) {}
