package dev.emovox.wav2vec2.testing;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Java's direct memory, which tensors can share and which the garbage collector frees. Whoever
 * reads it afterwards reads other numbers: the C library writes into a block as it takes it back.
 */
public final class LentMemory {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final int CALM_ROUNDS = 3;
  private static final long ROUND_MILLIS = 5;

  private LentMemory() {}

  /** Collects garbage and returns when no more of this memory is freed. */
  public static void collect() {
    long deadline = System.nanoTime() + PATIENCE;
    long before = Long.MAX_VALUE;
    for (int calm = 0; calm < CALM_ROUNDS; ) {
      System.gc();
      rest();
      long now = buffers();
      calm = now < before ? 0 : calm + 1;
      before = now;
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Direct memory is freed all the time: " + now + " blocks.");
      }
    }
  }

  /** The thread that frees runs beside this one. */
  private static void rest() {
    try {
      Thread.sleep(ROUND_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static long buffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }
}
