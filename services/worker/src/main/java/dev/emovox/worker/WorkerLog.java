package dev.emovox.worker;

/** How the worker's log looks: one line an event on standard error, UTC offset included. */
final class WorkerLog {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
  private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s - %5$s%6$s%n";

  private WorkerLog() {}

  /** Must run before the first logger is made. */
  static void configure() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, LINE);
    }
  }
}
