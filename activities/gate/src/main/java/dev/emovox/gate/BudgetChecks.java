package dev.emovox.gate;

import dev.emovox.gate.settings.Budgets;
import java.util.Locale;

/**
 * Holds a package against budgets.
 *
 * @param measures of the package
 */
record BudgetChecks(PackageMeasures measures) {
  static final String SIZE = "package size";
  static final String LATENCY = "latency";
  private static final double MEGABYTE = 1e6;

  GateCheck size(long megabytes) {
    double found = measures.bytes() / MEGABYTE;
    boolean passed = found <= megabytes;
    return new GateCheck(
        SIZE,
        passed,
        found,
        (double) megabytes,
        "The package has %s MB, %s %d."
            .formatted(decimal(found), passed ? "at most" : "more than", megabytes));
  }

  GateCheck latency(Budgets.Latency limit) {
    double median = measures.medianMilliseconds(limit);
    boolean passed = median <= limit.milliseconds();
    return new GateCheck(
        LATENCY,
        passed,
        median,
        (double) limit.milliseconds(),
        "The median of %d predictions of a clip of %d s was %s ms on this worker, %s %d."
            .formatted(
                limit.predictions(),
                limit.seconds(),
                decimal(median),
                passed ? "at most" : "more than",
                limit.milliseconds()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
