package dev.emovox.lineage.openlineage.delivery;

import dev.emovox.lineage.openlineage.EventJson;
import dev.emovox.lineage.openlineage.RunEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands events to a receiver in their order, by a thread of its own. Who offers an event never
 * waits: when the receiver is away, some events are kept and tried again, and what is too many is
 * lost, which is logged and counted. Safe for use by several threads.
 */
public final class EventDelivery implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EventDelivery.class.getName());
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final EventReceiver receiver;
  private final Limits limits;
  private final BlockingQueue<RunEvent> waiting;
  private final EventJson json = new EventJson();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final Thread thread;
  private volatile boolean away;

  /**
   * How much patience there is.
   *
   * @param kept events that may wait
   * @param attempts for one event; but one while the receiver has been away for longer
   * @param pause between the first two attempts; it doubles
   */
  record Limits(int kept, int attempts, Duration pause) {
    static Limits standard() {
      return new Limits(4096, 5, Duration.ofMillis(500));
    }
  }

  EventDelivery(EventReceiver receiver, Limits limits) {
    this.receiver = receiver;
    this.limits = limits;
    this.waiting = new ArrayBlockingQueue<>(limits.kept);
    this.thread = new Thread(this::deliver, "openlineage");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an event on its way; returns at once. */
  public void offer(RunEvent event) {
    open.incrementAndGet();
    if (!waiting.offer(event)) {
      lose("too many wait for " + receiver);
    }
  }

  /** How many events arrived. */
  public long sent() {
    return sent.get();
  }

  /** How many events were given up. */
  public long lost() {
    return lost.get();
  }

  private void deliver() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        deliver(json.write(waiting.take()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(byte[] event) throws InterruptedException {
    Duration pause = limits.pause;
    int attempts = away ? 1 : limits.attempts;
    String failure = "";
    for (int attempt = 1; attempt <= attempts; attempt++) {
      try {
        receiver.send(event);
        away = false;
        sent.incrementAndGet();
        open.decrementAndGet();
        return;
      } catch (EventReceiver.RefusedException e) {
        lose(receiver + " refused it: " + e.getMessage());
        return;
      } catch (IOException e) {
        failure = receiver + " can't be reached: " + e;
      }
      if (attempt < attempts) {
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        pause = pause.multipliedBy(2);
      }
    }
    away = true;
    lose(failure);
  }

  private void lose(String why) {
    open.decrementAndGet();
    LOG.log(
        Level.WARNING,
        "An OpenLineage event is lost ({0} so far): {1}. `./emovox lineage RUN --format openlineage` tells all events of a run again.",
        lost.incrementAndGet(),
        why);
  }

  /** Waits a while for what is on its way; the rest is lost. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    try {
      while (open.get() > 0 && !away && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    long left = open.get();
    if (left > 0) {
      LOG.log(
          Level.WARNING,
          "{0} OpenLineage events are lost, for the worker stops and {1} did not take them in time.",
          left,
          receiver);
    }
  }
}
