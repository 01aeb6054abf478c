package dev.emovox.local.process;

import dev.emovox.domain.ServerUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a child answers, ends or takes too long. */
public final class ReadinessWait {
  private static final long PAUSE_MILLIS = 50;
  private static final int LOG_LINES = 12;

  private ReadinessWait() {}

  /**
   * Returns once the child answers.
   *
   * @throws ServerUnavailableException when it ends before, or does not answer within the limit;
   *     the message shows the end of its log
   */
  public static void await(ChildProcess child, Readiness readiness, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!readiness.isReady()) {
      if (endsWithinPause(child)) {
        throw failure(child, "ended before it was ready");
      }
      if (System.nanoTime() > deadline) {
        throw failure(child, "did not answer within %d s".formatted(limit.toSeconds()));
      }
    }
    if (!child.isAlive()) {
      throw failure(child, "ended, and another program answers on its port");
    }
  }

  private static boolean endsWithinPause(ChildProcess child) {
    try {
      child.onExit().get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(child, "was interrupted while it started");
    }
  }

  private static ServerUnavailableException failure(ChildProcess child, String what) {
    List<String> tail = LogTail.lines(child.command().log(), LOG_LINES);
    return new ServerUnavailableException(
        "%s %s. The end of its log, %s:%n%s"
            .formatted(
                child.command().name(),
                what,
                child.command().log(),
                tail.isEmpty() ? "(empty)" : String.join(System.lineSeparator(), tail)),
        null);
  }
}
