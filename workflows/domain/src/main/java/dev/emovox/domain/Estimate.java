package dev.emovox.domain;

/**
 * A measured value with its confidence interval.
 *
 * @param value the value on all clips
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double low, double high) {}
