package dev.emovox.cli.document;

import dev.emovox.domain.Estimate;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record IntervalDocument(double low, double high) {
  static IntervalDocument of(Estimate estimate) {
    return new IntervalDocument(estimate.low(), estimate.high());
  }
}
