package dev.emovox.cli.render;

import java.time.Clock;

/**
 * The progress of transfers that follow each other, each with a meter of its own. Not safe for use
 * by several threads.
 */
public final class TransferLine {
  private final Clock clock;
  private String work = "";
  private Meter meter;

  public TransferLine(Clock clock) {
    this.clock = clock;
  }

  /** The line when so many bytes have passed. */
  public String line(String currentWork, String file, long done, long total) {
    if (!currentWork.equals(work)) {
      work = currentWork;
      meter = new Meter(work, "MB", clock);
    }
    return meter.line(done >> 20, total >> 20) + "  " + file;
  }
}
