package dev.emovox.wav2vec2.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Divides libtorch's threads among the computations that are going on. One alone gets all of them,
 * which is the quickest for it; several get a share each, which is the most for all together,
 * because threads that don't have to wait for each other after every operation lose no time.
 *
 * <p>Safe for use by several threads; nothing here waits.
 */
public final class SharedCores {
  private final int threads;
  private final AtomicInteger computing = new AtomicInteger();

  SharedCores(int threads) {
    this.threads = threads;
  }

  /** Computes on this thread with its share of the others. */
  public <T> T compute(Supplier<T> work) {
    int share = share(computing.incrementAndGet());
    try {
      // The number holds for the calling thread, and for those that have never computed before.
      JniUtils.setNumThreads(share);
      return work.get();
    } finally {
      computing.decrementAndGet();
      takeAll();
    }
  }

  /**
   * Lets this thread compute with all of them from now on, whatever others do: for training, whose
   * sums depend on their number. A thread that has never computed would begin with as many as some
   * other was given last.
   */
  public void takeAll() {
    JniUtils.setNumThreads(threads);
  }

  /** Threads for one of so many computations. */
  int share(int computations) {
    return Math.max(1, threads / computations);
  }
}
