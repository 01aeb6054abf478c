package dev.emovox.audio.features;

/** Finds values by their rank without sorting all of them (C. A. R. Hoare, "Find", 1961). */
final class Selection {
  private Selection() {}

  /**
   * The median: of an even number of values, the mean of the two in the middle.
   *
   * @param values none of them not a number; their order changes
   * @param count how many, from the first; at least one
   */
  static float median(float[] values, int count) {
    int middle = count / 2;
    float upper = ranked(values, count, middle);
    return count % 2 == 1 ? upper : (largest(values, middle) + upper) / 2;
  }

  /** The value with so many smaller ones, which it puts before it; the others come after. */
  private static float ranked(float[] values, int count, int rank) {
    int first = 0;
    int last = count - 1;
    while (first < last) {
      float pivot = values[(first + last) >>> 1];
      int low = first;
      int high = last;
      while (low <= high) {
        while (values[low] < pivot) {
          low++;
        }
        while (values[high] > pivot) {
          high--;
        }
        if (low <= high) {
          float exchanged = values[low];
          values[low++] = values[high];
          values[high--] = exchanged;
        }
      }
      last = rank <= high ? high : last;
      first = rank >= low ? low : first;
      if (rank > high && rank < low) {
        return values[rank];
      }
    }
    return values[rank];
  }

  private static float largest(float[] values, int count) {
    float largest = values[0];
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, values[i]);
    }
    return largest;
  }
}
