package dev.emovox.cli.render;

import dev.emovox.domain.Estimate;
import java.util.Locale;

/** Numbers with their units, the same on every machine. */
public final class Quantity {
  private static final int KILO = 1000;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final double FEW_SECONDS = 9.95;

  private Quantity() {}

  /** For example {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s} or {@code 2 h 07 min}. */
  public static String duration(double seconds) {
    if (seconds < FEW_SECONDS) {
      return format("%.1f s", Math.max(0, seconds));
    }
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? format("%d min %02d s", whole / MINUTE, whole % MINUTE)
        : format("%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
  }

  /** For example {@code 81.8 %}. */
  public static String percent(double share) {
    return format("%.1f %%", 100 * share);
  }

  /** For example {@code 81.81 %}, as precise as papers are. */
  public static String precisePercent(double share) {
    return format("%.2f %%", 100 * share);
  }

  /** For example {@code 81.8 % [79.0, 84.4]}. */
  public static String percent(Estimate estimate) {
    return format(
        "%.1f %% [%.1f, %.1f]",
        100 * estimate.value(), 100 * estimate.low(), 100 * estimate.high());
  }

  /** For example {@code 0.5451}. */
  public static String loss(double loss) {
    return format("%.4f", loss);
  }

  /** For example {@code 1 clip} or {@code 4720 clips}. */
  public static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  /** For example {@code 812 bytes}, {@code 3.4 kB} or {@code 1263.1 MB}; a kB has 1000 bytes. */
  public static String bytes(long bytes) {
    if (bytes < KILO) {
      return count(bytes, "byte");
    }
    return bytes < KILO * KILO
        ? format("%.1f kB", bytes / (double) KILO)
        : format("%.1f MB", bytes / (double) (KILO * KILO));
  }

  /** For example {@code 3.25} or {@code 310}: three significant digits at most. */
  public static String rate(double perSecond) {
    return perSecond < 10 ? format("%.1f", perSecond) : format("%.0f", perSecond);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
