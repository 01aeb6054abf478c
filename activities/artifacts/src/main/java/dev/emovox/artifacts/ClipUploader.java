package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stores many small clips at once. {@link #store} returns as soon as a place in the queue is free,
 * so no more than twice as many clips as there are threads are held in memory. Use it in a
 * try-with-resources block and call {@link #finish} at its end: only when that returns is every
 * clip stored.
 *
 * <p>{@link #store} may be called by several threads.
 */
public final class ClipUploader implements AutoCloseable {
  /** What keeps a server on the same machine busy. */
  public static final int STANDARD_THREADS = 16;

  private static final Logger LOG = System.getLogger(ClipUploader.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ArtifactStore store;
  private final ExecutorService threads;
  private final int places;
  private final Semaphore free;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final AtomicInteger stored = new AtomicInteger();

  /** An uploader with {@link #STANDARD_THREADS}. */
  public ClipUploader(ArtifactStore store) {
    this(store, STANDARD_THREADS);
  }

  /** An uploader with a given number of threads. */
  public ClipUploader(ArtifactStore store, int threads) {
    this.store = store;
    this.threads = Executors.newFixedThreadPool(threads, ClipUploader::daemon);
    this.places = 2 * threads;
    this.free = new Semaphore(places);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "clip-upload");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Queues a clip.
   *
   * @throws RuntimeException the first failure of any clip before
   * @throws CancellationException if the thread was interrupted
   */
  public void store(Digest digest, byte[] content) {
    acquire(1);
    try {
      throwFailure();
      threads.execute(() -> upload(digest, content));
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private void upload(Digest digest, byte[] content) {
    try {
      if (failure.get() == null) {
        store.putClip(digest, content);
        stored.incrementAndGet();
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      free.release();
    }
  }

  /**
   * Waits until every clip is stored.
   *
   * @return number of clips so far
   * @throws RuntimeException the first failure of any clip
   * @throws CancellationException if the thread was interrupted
   */
  public int finish() {
    acquire(places);
    free.release(places);
    throwFailure();
    return stored.get();
  }

  private void acquire(int count) {
    try {
      free.acquire(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /**
   * Drops what is still queued and waits for what is being sent, so that whoever tries again does
   * not send the same clips beside it.
   */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "Clips are still being sent after {0}", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
