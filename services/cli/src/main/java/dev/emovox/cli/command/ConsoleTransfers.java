package dev.emovox.cli.command;

import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.render.TransferLine;
import java.time.Clock;

/** Shows transfers on standard error. */
final class ConsoleTransfers implements TransferListener {
  /** A terminal need not be redrawn for every few kilobytes. */
  private static final long REDRAW_MILLIS = 100;

  private final Console console;
  private final Clock clock;
  private final TransferLine line;
  private long shownMillis;

  ConsoleTransfers(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
    this.line = new TransferLine(clock);
  }

  @Override
  public void passed(String work, String file, long done, long total) {
    long now = clock.millis();
    if (now - shownMillis >= REDRAW_MILLIS) {
      shownMillis = now;
      console.live(line.line(work, file, done, total));
    }
  }

  @Override
  public void say(String text) {
    console.message(text);
  }
}
