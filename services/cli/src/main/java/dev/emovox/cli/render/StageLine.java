package dev.emovox.cli.render;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.StageStatus;

/** One stage of a run in one line. */
final class StageLine {
  private static final int NAME_WIDTH = 44;
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
    if (stage.total() <= 0) {
      return stage.name() + "  " + Quantity.duration(elapsed);
    }
    String line =
        "%s  %d of %d %s  %s"
            .formatted(
                stage.name(),
                stage.done(),
                stage.total(),
                stage.unit(),
                Quantity.percent((double) stage.done() / stage.total()));
    return line + pace(stage, elapsed);
  }

  private static String pace(StageStatus stage, double elapsed) {
    if (stage.done() <= 0 || elapsed <= 0) {
      return "  " + Quantity.duration(elapsed);
    }
    double rate = stage.done() / elapsed;
    double left = (stage.total() - stage.done()) / rate;
    return "  %s %s/s  %s left"
        .formatted(Quantity.rate(rate), stage.unit(), Quantity.duration(left));
  }
}
