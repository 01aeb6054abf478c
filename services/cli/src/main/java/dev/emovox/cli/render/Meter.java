package dev.emovox.cli.render;

import java.time.Clock;

/** The progress of one piece of work in one line: how far, how fast, how long yet. */
public final class Meter {
  private static final double MILLIS = 1000;

  private final String name;
  private final String unit;
  private final Clock clock;
  private final long startedMillis;

  /** Work that begins now. */
  public Meter(String name, String unit, Clock clock) {
    this.name = name;
    this.unit = unit;
    this.clock = clock;
    this.startedMillis = clock.millis();
  }

  /** The line when so much is done. */
  public String line(long done, long total) {
    return line(name, unit, new Amount(done, total, (clock.millis() - startedMillis) / MILLIS));
  }

  /**
   * How much was done in which time.
   *
   * @param done units finished
   * @param total units in all; zero while unknown
   * @param seconds since the start
   */
  record Amount(long done, long total, double seconds) {}

  static String line(String name, String unit, Amount amount) {
    if (amount.total() <= 0) {
      return name + "  " + Quantity.duration(amount.seconds());
    }
    double share = (double) amount.done() / amount.total();
    return "%s  %d of %d %s  %s%s"
        .formatted(
            name, amount.done(), amount.total(), unit, Quantity.percent(share), pace(unit, amount));
  }

  private static String pace(String unit, Amount amount) {
    if (amount.done() <= 0 || amount.seconds() <= 0) {
      return "  " + Quantity.duration(amount.seconds());
    }
    double rate = amount.done() / amount.seconds();
    double left = (amount.total() - amount.done()) / rate;
    return "  %s %s/s  %s left".formatted(Quantity.rate(rate), unit, Quantity.duration(left));
  }
}
