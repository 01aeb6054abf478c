package dev.emovox.cli.run;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.render.RunProgress;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows a run's progress on standard error until it ends: a line that is redrawn on a terminal,
 * else a line every few seconds. A server or worker that goes away is waited for.
 */
public final class RunFollower {
  private static final Duration REDRAW = Duration.ofMillis(500);
  private static final long LINE_MILLIS = 5_000;

  private final Runs runs;
  private final Console console;
  private final Clock clock;
  private final Pause pause;
  private RunProgress progress;
  private long lastLineMillis;
  private boolean away;

  public RunFollower(Runs runs, Console console, Clock clock, Pause pause) {
    this.runs = runs;
    this.console = console;
    this.clock = clock;
    this.pause = pause;
    this.lastLineMillis = clock.millis();
  }

  /** Returns the last status. */
  public RunStatus follow(String runId) {
    while (true) {
      RunStatus status = look(runId);
      if (status != null && hasEnded(status)) {
        return status;
      }
      rest();
    }
  }

  private RunStatus look(String runId) {
    try {
      RunStatus status = runs.status(runId);
      if (away) {
        console.message("The run answers again.");
        away = false;
      }
      show(status);
      return status;
    } catch (ServerUnavailableException e) {
      if (!away) {
        console.message(e.getMessage() + " Waiting for it; the run is kept.");
        away = true;
      }
      return null;
    }
  }

  /** Made at the first status: only then it is known that the run is there. */
  private RunProgress progress(RunStatus status) {
    if (progress == null) {
      progress = new RunProgress(console.messageStyle(), Optional.of(runs.plan(status.id())));
    }
    return progress;
  }

  private void show(RunStatus status) {
    RunProgress progress = progress(status);
    progress.ended(status).forEach(console::message);
    if (hasEnded(status)) {
      return;
    }
    long now = clock.millis();
    String current = progress.current(status, now);
    if (console.interactive()) {
      console.live(current);
    } else if (now - lastLineMillis >= LINE_MILLIS) {
      console.message("running    " + current);
      lastLineMillis = now;
    }
  }

  private void rest() {
    try {
      pause.of(REDRAW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException("Interrupted while watching the run, which goes on.", e);
    }
  }

  private static boolean hasEnded(RunStatus status) {
    return status.state() != RunState.WAITING && status.state() != RunState.RUNNING;
  }
}
