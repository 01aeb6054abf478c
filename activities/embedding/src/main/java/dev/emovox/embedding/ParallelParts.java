package dev.emovox.embedding;

import java.util.stream.IntStream;

/** Works through numbers by all cores, a part at a time. */
public final class ParallelParts {
  private static final int LENGTH = 128;

  private ParallelParts() {}

  /** Work on the numbers from one up to, but not with, another. */
  @FunctionalInterface
  public interface Part {
    void run(int from, int to);
  }

  /**
   * Runs {@code part} for all numbers below {@code size}. Parts must not depend on each other;
   * their borders are the same with any number of cores.
   */
  public static void run(int size, Part part) {
    IntStream.range(0, (size + LENGTH - 1) / LENGTH)
        .parallel()
        .forEach(i -> part.run(i * LENGTH, Math.min(size, (i + 1) * LENGTH)));
  }
}
