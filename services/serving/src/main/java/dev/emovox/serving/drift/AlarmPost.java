package dev.emovox.serving.drift;

import dev.emovox.contracts.DriftReport;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells alarms in the order in which they were raised, on a thread of its own. While nobody can be
 * told, they wait and are tried again at growing intervals; of more than a few the oldest are given
 * up, since the newest says what is the case.
 */
public final class AlarmPost implements AlarmListener {
  private static final int MOST_WAITING = 16;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

  private final DriftTold told;
  private final DriftReports reports;
  private final TellingListener listener;
  private final Duration firstPause;
  private final Deque<Letter> waiting = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread post = new Thread(task, "drift-alarms");
            post.setDaemon(true);
            return post;
          });

  private record Letter(String model, DriftReport report) {}

  /**
   * A post with nothing to tell; it asks {@code told} for nothing until there is.
   *
   * @param firstPause before the second attempt; each pause is twice the one before
   */
  public AlarmPost(
      DriftTold told, DriftReports reports, TellingListener listener, Duration firstPause) {
    this.told = told;
    this.reports = reports;
    this.listener = listener;
    this.firstPause = firstPause;
  }

  @Override
  public void raised(DriftState state) {
    waiting.add(new Letter(state.live().orElseThrow().identity().name(), reports.of(state)));
    while (waiting.size() > MOST_WAITING && waiting.pollFirst() != null) {
      listener.givenUp();
    }
    try {
      thread.execute(() -> tellAll(firstPause));
    } catch (RejectedExecutionException e) {
      // Closing.
    }
  }

  private void tellAll(Duration pause) {
    for (Letter next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
      try {
        told.tell(next.model(), next.report());
      } catch (RuntimeException e) {
        listener.notTold(e);
        tellLater(pause);
        return;
      }
      listener.told();
      waiting.removeFirstOccurrence(next);
    }
  }

  private void tellLater(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    Duration next = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    try {
      var unused = thread.schedule(() -> tellAll(next), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // Closing.
    }
  }

  /** Tells no more. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        told.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
