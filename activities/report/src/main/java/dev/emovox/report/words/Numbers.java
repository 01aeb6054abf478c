package dev.emovox.report.words;

import dev.emovox.domain.Estimate;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers with their units, the same on every machine; what is no number is a dash. */
public final class Numbers {
  /** What stands for a number that there is not. */
  public static final String NONE = "–";

  private static final char NARROW_SPACE = '\u202f';
  private static final double LEAST_P = 0.001;
  private static final double SECONDS_PER_MINUTE = 60;

  private Numbers() {}

  /** A share as {@code 81.8 %}. */
  public static String percent(double share) {
    return format("%.1f %%", share, 100 * share);
  }

  /** A share as {@code 81.81 %}, as precise as papers are. */
  public static String precisePercent(double share) {
    return format("%.2f %%", share, 100 * share);
  }

  /** The interval of a share as {@code 79.0 to 84.4}. */
  public static String interval(Estimate share) {
    return String.format(Locale.ROOT, "%.1f to %.1f", 100 * share.low(), 100 * share.high());
  }

  /** A share as {@code 81.8 % (95 % interval 79.0 to 84.4)}. */
  public static String percent(Estimate share) {
    return percent(share.value()) + " (95 % interval " + interval(share) + ")";
  }

  /** A difference of shares in points of a percent, as {@code +3.2}. */
  public static String points(double difference) {
    return signed(format("%+.1f", difference, 100 * difference));
  }

  /** The interval of a difference as {@code −0.4 to +6.8}. */
  public static String points(Estimate difference) {
    return points(difference.low()) + " to " + points(difference.high());
  }

  /** A probability of chance as {@code 0.034} or {@code < 0.001}. */
  public static String chance(double p) {
    return p < LEAST_P ? "< 0.001" : format("%.3f", p, p);
  }

  /** A loss or another small number as {@code 0.5451}. */
  public static String loss(double value) {
    return format("%.4f", value, value);
  }

  /** A probability, or a score between 0 and 1, as {@code 0.545}. */
  public static String decimal(double value) {
    return format("%.3f", value, value);
  }

  /** A setting as it was written: {@code 0.0001}, {@code 1}. */
  public static String setting(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A number of things as {@code 1 clip} or {@code 4720 clips}. */
  public static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  /** A large number in groups of three digits, for example {@code 315 702 664}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', NARROW_SPACE);
  }

  /** A time as {@code 72.5 s} or {@code 3 min 05 s}. */
  public static String duration(double seconds) {
    if (seconds < SECONDS_PER_MINUTE) {
      return format("%.1f s", seconds, seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** A size as {@code 812 bytes}, {@code 3.4 kB} or {@code 5.2 MB}; a kB has 1000 bytes. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "byte");
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String format(String form, double given, double shown) {
    return Double.isFinite(given) ? String.format(Locale.ROOT, form, shown) : NONE;
  }

  /** With a minus sign instead of a hyphen, and none before zero. */
  private static String signed(String number) {
    return number.equals("-0.0") ? "+0.0" : number.replace('-', '−');
  }
}
