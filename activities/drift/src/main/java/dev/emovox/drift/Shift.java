package dev.emovox.drift;

/**
 * How far one quantity of a window is from the reference.
 *
 * @param quantity what was compared: a {@link Quantity}'s word, or {@code label}
 * @param stability the population stability index
 * @param probability p-value of the Kolmogorov-Smirnov test; 0 for the label, which it can't test
 */
public record Shift(String quantity, double stability, double probability) {
  /** The name of the classes' shares. */
  public static final String LABEL = "label";

  /** Whether it is hardly chance. */
  boolean isSignificant(double level) {
    return probability < level;
  }
}
