package dev.emovox.cli.render;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.StageStatus;

/** One stage of a run in one line. */
final class StageLine {
  private static final int NAME_WIDTH = 50;
  private static final double MILLIS = 1000;

  private StageLine() {}

  /** A stage that has ended: what it is called, how much it did, how long it took. */
  static String ended(StageStatus stage) {
    String work = stage.total() > 0 ? stage.done() + " " + stage.unit() : "";
    String cache = stage.cache() == CacheUse.HIT ? "  cached" : "";
    return String.format("%-" + NAME_WIDTH + "s", stage.name())
        + String.format("%12s  %s%s", work, Quantity.duration(stage.seconds()), cache);
  }

  /** A stage that is running: how far, how fast, how long yet. */
  static String running(StageStatus stage, long nowMillis) {
    double elapsed = Math.max(0, (nowMillis - stage.startedAtMillis()) / MILLIS);
    return Meter.line(
        stage.name(), stage.unit(), new Meter.Amount(stage.done(), stage.total(), elapsed));
  }
}
