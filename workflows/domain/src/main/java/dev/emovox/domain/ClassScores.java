package dev.emovox.domain;

/**
 * How well one class was recognised.
 *
 * @param support clips of the class
 * @param precision share of clips given this class that are of it
 * @param recall share of clips of this class that were given it
 * @param f1 harmonic mean of precision and recall
 */
public record ClassScores(int support, double precision, double recall, double f1) {}
