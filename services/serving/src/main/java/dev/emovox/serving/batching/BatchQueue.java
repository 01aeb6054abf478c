package dev.emovox.serving.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Clips that wait for the model. The one that has waited longest is always in the next batch, so
 * none starves; others of about its length keep it company. A batch that is not full is held back
 * only while more clips are announced, and never longer than the patience.
 *
 * <p>Safe for use by several threads.
 */
final class BatchQueue {
  private final BatchLimits limits;
  private final List<WaitingClip> waiting = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int announced;
  private boolean closed;

  BatchQueue(BatchLimits limits) {
    this.limits = limits;
  }

  /** Says that clips may come soon; {@link #arrive} follows. */
  void announce() {
    change(() -> announced++);
  }

  /**
   * Keeps an announcement.
   *
   * @param clips what came; may be none
   */
  void arrive(List<WaitingClip> clips) {
    change(
        () -> {
          announced--;
          waiting.addAll(clips);
        });
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Clips are not held back any more, and once there are none, takers get an empty batch. */
  void close() {
    change(() -> closed = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next batch and takes it out; empty when the queue is closed and used up. */
  List<WaitingClip> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        dropUnwanted();
        if (waiting.isEmpty() && closed) {
          return List.of();
        } else if (waiting.isEmpty()) {
          changed.await();
        } else {
          List<WaitingClip> batch = next();
          long hold = holdBack(batch);
          if (hold <= 0) {
            waiting.removeAll(batch);
            return batch;
          }
          changed.await(hold, TimeUnit.NANOSECONDS);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void dropUnwanted() {
    waiting.removeIf(
        clip -> {
          if (clip.isUnwanted()) {
            clip.left().run();
            return true;
          }
          return false;
        });
  }

  private List<WaitingClip> next() {
    WaitingClip first = waiting.get(0);
    List<WaitingClip> batch = new ArrayList<>();
    long samples = 0;
    for (WaitingClip clip : waiting) {
      boolean fits = batch.isEmpty() || samples + clip.samples() <= limits.samples();
      if (batch.size() < limits.clips() && fits && clip.goesWith(first)) {
        batch.add(clip);
        samples += clip.samples();
      }
    }
    return batch;
  }

  /** Nanoseconds for which a batch should wait for more clips; 0 or less for not at all. */
  private long holdBack(List<WaitingClip> batch) {
    if (closed || announced == 0 || batch.size() == limits.clips()) {
      return 0;
    }
    return batch.get(0).since() + limits.patience().toNanos() - System.nanoTime();
  }
}
