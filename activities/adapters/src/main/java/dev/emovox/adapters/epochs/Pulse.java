package dev.emovox.adapters.epochs;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityNotExistsException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs of life of one activity on a device, and whether it should end.
 *
 * <p>Temporal notices a killed worker by a silence of some seconds, and the workflow fixes that
 * time before anybody knows the network; but one step of a large network on a processor takes
 * minutes, and nothing can look into it. So beats go out every second by a clock of their own, but
 * only until a deadline that real progress pushes ahead: whoever begins a piece of work allows it a
 * time, and a piece that takes longer is taken for stuck. The beats stop, Temporal lets another
 * attempt go on from the newest checkpoint, and the log says so. For a step the time is a multiple
 * of what steps took so far, see {@link StepAllowance}.
 *
 * <p>Safe for use by several threads.
 */
final class Pulse implements AutoCloseable {
  /** For calls that can't tell how far they are; transfers that stand still end by themselves. */
  static final Duration OPERATION = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final long LONGEST_END_SECONDS = 2;

  private final Runnable beat;
  private final BooleanSupplier draining;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Pulse::daemon);
  private volatile long deadline;
  private volatile boolean silent;
  private volatile ActivityCompletionException ended;

  /**
   * Begins to beat.
   *
   * @param beat tells Temporal; throws if the activity should end
   * @param draining whether this process is about to end
   */
  Pulse(Runnable beat, BooleanSupplier draining, Duration period) {
    this.beat = beat;
    this.draining = draining;
    allow(OPERATION);
    var unused =
        clock.scheduleAtFixedRate(
            this::tick, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The pulse of the activity that this thread executes. */
  static Pulse ofThisActivity(BooleanSupplier draining) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    return new Pulse(() -> context.heartbeat(null), draining, PERIOD);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pulse");
    thread.setDaemon(true);
    return thread;
  }

  /** The work got on; what it does next may take so long. */
  void allow(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
    silent = false;
  }

  private void tick() {
    if (System.nanoTime() - deadline > 0) {
      fallSilent();
      return;
    }
    try {
      beat.run();
    } catch (ActivityCompletionException e) {
      ended = e;
    } catch (RuntimeException e) {
      LOG.debug("a beat was not told", e);
    }
  }

  private void fallSilent() {
    if (!silent) {
      silent = true;
      LOG.error(
          "The work at the device takes far longer than such work took before. It is taken for"
              + " stuck, so that another attempt begins; if the device does not answer, restart the"
              + " worker.");
    }
  }

  /** Whether the work should end before its next piece. */
  boolean stopRequested() {
    return ended != null || draining.getAsBoolean();
  }

  /** Whether nobody waits for the work any more, or another attempt is at it. */
  boolean isAbandoned() {
    return ended instanceof ActivityNotExistsException;
  }

  /**
   * Ends the work if that was asked for.
   *
   * @throws ActivityCompletionException if Temporal asked
   * @throws CancellationException if this process is about to end
   */
  void throwIfStopped() {
    ActivityCompletionException asked = ended;
    if (asked != null) {
      throw asked;
    }
    if (draining.getAsBoolean()) {
      throw new CancellationException("the worker is stopping");
    }
  }

  /** Lets a beat that is on its way arrive, so that none is told after the end. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
