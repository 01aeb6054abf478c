package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Finds the means of the smallest and of the largest magnitudes in a band without sorting it.
 * Buffers are reused; for one thread at a time.
 */
final class ExtremeBins {
  private final float[] kept;

  ExtremeBins(int mostChosen) {
    kept = new float[mostChosen];
  }

  /** The mean magnitude of the {@code count} bins of least power in {@code power[from, to)}. */
  double meanOfSmallest(float[] power, int from, int to, int count) {
    return mean(power, from, to, count, 1);
  }

  /** The mean magnitude of the {@code count} bins of most power in {@code power[from, to)}. */
  double meanOfLargest(float[] power, int from, int to, int count) {
    return mean(power, from, to, count, -1);
  }

  /** Keeps the {@code count} smallest of {@code sign * power} in order and averages their roots. */
  private double mean(float[] power, int from, int to, int count, int sign) {
    Arrays.fill(kept, 0, count, Float.POSITIVE_INFINITY);
    for (int bin = from; bin < to; bin++) {
      float value = sign * power[bin];
      if (value < kept[count - 1]) {
        insert(value, count);
      }
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.sqrt(Math.abs(kept[i]));
    }
    return sum / count;
  }

  private void insert(float value, int count) {
    int place = count - 1;
    while (place > 0 && kept[place - 1] > value) {
      kept[place] = kept[place - 1];
      place--;
    }
    kept[place] = value;
  }
}
