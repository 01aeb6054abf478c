package dev.emovox.adapters.epochs;

import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.StageProgress;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a run how many clips a device has done: at once, and then at most every twentieth of the
 * work and every two seconds, because each time is an event in the run's history. Telling takes the
 * work no time; it is done by a thread of its own. For one thread at a time.
 */
final class RunProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
  private static final long PARTS = 20;
  private static final long SHORTEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LONGEST_END_SECONDS = 5;

  private final LongFunction<StageProgress> description;
  private final long total;
  private final Consumer<StageProgress> run;
  private final LongSupplier nanoTime;
  private final ExecutorService teller = Executors.newSingleThreadExecutor(RunProgress::daemon);
  private boolean told;
  private long toldAt;
  private long toldClips;

  /**
   * A teller.
   *
   * @param description of so many clips done
   * @param total clips
   * @param run is told
   */
  RunProgress(
      LongFunction<StageProgress> description,
      long total,
      Consumer<StageProgress> run,
      LongSupplier nanoTime) {
    this.description = description;
    this.total = total;
    this.run = run;
    this.nanoTime = nanoTime;
  }

  /** Tells the run with this id, by the connection of the activity that this thread executes. */
  static RunProgress of(String runId, LongFunction<StageProgress> description, long total) {
    Retraining run =
        Activity.getExecutionContext().getWorkflowClient().newWorkflowStub(Retraining.class, runId);
    return new RunProgress(description, total, progress -> signal(run, progress), System::nanoTime);
  }

  /** Progress is for people to look at; failing to tell it is no reason to stop. */
  private static void signal(Retraining run, StageProgress progress) {
    try {
      run.progress(progress);
    } catch (WorkflowException | StatusRuntimeException e) {
      LOG.debug("progress was not told", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "run-progress");
    thread.setDaemon(true);
    return thread;
  }

  /** So many clips are done. */
  void at(long clips) {
    long now = nanoTime.getAsLong();
    boolean due =
        (clips - toldClips) * PARTS >= total
            && now - toldAt >= SHORTEST_PAUSE_NANOS
            && clips < total;
    if (!told || due) {
      told = true;
      toldAt = now;
      toldClips = clips;
      teller.execute(() -> run.accept(description.apply(clips)));
    }
  }

  /** Waits for what is on its way, so that nothing is told after the end. */
  @Override
  public void close() {
    teller.shutdown();
    try {
      if (!teller.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        teller.shutdownNow();
      }
    } catch (InterruptedException e) {
      teller.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
