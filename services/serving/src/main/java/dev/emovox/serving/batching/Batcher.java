package dev.emovox.serving.batching;

import dev.emovox.audio.AudioClip;
import dev.emovox.inference.Prediction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes waiting clips in batches, on threads of its own. If a batch fails, its clips are
 * computed one by one, so that none suffers from its company.
 *
 * <p>Safe for use by several threads; only {@link #close} waits.
 */
public final class Batcher implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final BatchQueue queue;
  private final BatchListener listener;
  private final ExecutorService threads;

  /**
   * Starts the threads.
   *
   * @param count batches that are computed at once, at least 1; networks share the cores then, and
   *     one alone has them all
   */
  public Batcher(int count, BatchLimits limits, BatchListener listener) {
    this.queue = new BatchQueue(limits);
    this.listener = listener;
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "model-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < count; i++) {
      threads.execute(this::work);
    }
  }

  /** Says that clips are being prepared; {@link #arrive} must follow. */
  public void announce() {
    queue.announce();
  }

  /**
   * Takes the clips that were announced.
   *
   * @param clips may be none, if preparing them failed or the model has no use for batches
   */
  public void arrive(List<WaitingClip> clips) {
    queue.arrive(clips);
  }

  /** How many clips wait. */
  public int waiting() {
    return queue.size();
  }

  private void work() {
    try {
      while (workOnce()) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A method of its own, since a thread that waits must not hold on to the last batch's model. */
  private boolean workOnce() throws InterruptedException {
    List<WaitingClip> batch = queue.take();
    if (batch.isEmpty()) {
      return false;
    }
    compute(batch);
    batch.forEach(clip -> clip.left().run());
    return true;
  }

  private void compute(List<WaitingClip> batch) {
    long start = System.nanoTime();
    try {
      List<AudioClip> clips = batch.stream().map(WaitingClip::clip).toList();
      List<Prediction> predictions = batch.get(0).live().loaded().model().predict(clips);
      answer(batch, predictions, start);
    } catch (RuntimeException | Error e) {
      recover(batch, e);
    } finally {
      listener.computed(batch.size(), System.nanoTime() - start);
    }
  }

  private static void answer(List<WaitingClip> batch, List<Prediction> predictions, long start) {
    long computed = System.nanoTime() - start;
    for (int i = 0; i < batch.size(); i++) {
      WaitingClip clip = batch.get(i);
      clip.answer()
          .complete(
              new ComputedClip(predictions.get(i), start - clip.since(), computed, batch.size()));
    }
  }

  private void recover(List<WaitingClip> batch, Throwable failure) {
    if (batch.size() == 1) {
      batch.get(0).answer().completeExceptionally(failure);
    } else {
      batch.stream().filter(clip -> !clip.isUnwanted()).forEach(clip -> compute(List.of(clip)));
    }
  }

  /** Takes no more clips, computes those that wait, and gives up after a few seconds. */
  @Override
  public void close() {
    queue.close();
    threads.shutdown();
    try {
      threads.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
