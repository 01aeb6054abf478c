package dev.emovox.audio.features;

/**
 * Sorts many short sequences at once by Batcher's bitonic network: a row for each place, with a
 * value of each sequence. Stateless.
 */
final class SortingNetwork {

  /**
   * Sorts in ascending order.
   *
   * @param rows at least {@code count}
   * @param count how many rows are sorted, a power of two
   */
  void sort(double[][] rows, int count) {
    for (int size = 2; size < count; size *= 2) {
      for (int stride = size / 2; stride > 0; stride /= 2) {
        pass(rows, count, size, stride);
      }
    }
    merge(rows, count);
  }

  /** Sorts sequences that rise and then fall, or fall and then rise, in ascending order. */
  void merge(double[][] rows, int count) {
    for (int stride = count / 2; stride > 0; stride /= 2) {
      pass(rows, count, count, stride);
    }
  }

  /** Parts of {@code size} rows rise and fall in turns. */
  private static void pass(double[][] rows, int count, int size, int stride) {
    for (int place = 0; place < count; place++) {
      int other = place ^ stride;
      if (other > place) {
        boolean rises = (place & size) == 0;
        exchange(rows[rises ? place : other], rows[rises ? other : place]);
      }
    }
  }

  // Loops over two arrays and no more: of these the compiler makes vector instructions.

  /** Puts the smaller of each pair into the one row and the larger into the other. */
  static void exchange(double[] smaller, double[] larger) {
    for (int i = 0; i < smaller.length; i++) {
      double one = smaller[i];
      double other = larger[i];
      smaller[i] = Math.min(one, other);
      larger[i] = Math.max(one, other);
    }
  }

  static void lower(double[] values, double[] others) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], others[i]);
    }
  }

  static void raise(double[] values, double[] others) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], others[i]);
    }
  }
}
