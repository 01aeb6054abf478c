package dev.emovox.audio.augmentation;

import dev.emovox.audio.fourier.FrameTransforms;
import java.util.Arrays;

/**
 * Puts a signal together from frames centred on multiples of the hop: each under the window, and
 * the sum divided by the sum of the squared windows, as {@code librosa.istft}.
 */
final class OverlapAdd {
  /** Places in a hop that are added up side by side, as they lie in the signal. */
  private static final int TILE = 16;

  private final double[] window;
  private final int hop;
  private final double[] sums;
  private final double[][] tile = new double[TILE][];
  private int frames;

  /**
   * An empty signal.
   *
   * @param window as long as each frame, a multiple of the hop, which is one of {@value #TILE}
   * @param length samples of the signal
   */
  OverlapAdd(double[] window, int hop, int length) {
    this.window = window;
    this.hop = hop;
    this.sums = new double[length];
  }

  /** How many frames reach into the signal. */
  int frames() {
    return (sums.length + window.length / 2 + hop - 1) / hop;
  }

  /** Adds the next frames, which were transformed back. */
  void add(FrameTransforms transforms, int count) {
    int hops = count + window.length / hop - 1;
    for (int i = 0; i < TILE; i++) {
      tile[i] = new double[hops];
    }
    for (int place = 0; place < hop; place += TILE) {
      for (int i = 0; i < TILE; i++) {
        gather(transforms, place + i, tile[i], count);
      }
      scatter(place, hops);
    }
    frames += count;
  }

  /** What the frames have at a place of each hop. */
  private void gather(FrameTransforms transforms, int place, double[] values, int count) {
    Arrays.fill(values, 0);
    for (int sample = place; sample < window.length; sample += hop) {
      add(transforms.sample(sample), window[sample], values, sample / hop, count);
    }
  }

  private static void add(double[] row, double factor, double[] values, int first, int count) {
    for (int frame = 0; frame < count; frame++) {
      values[first + frame] += factor * row[frame];
    }
  }

  private void scatter(int place, int hops) {
    int at = frames * hop - window.length / 2 + place;
    for (int i = 0; i < hops; i++) {
      int end = Math.min(TILE, sums.length - at);
      for (int j = Math.max(0, -at); j < end; j++) {
        sums[at + j] += tile[j][i];
      }
      at += hop;
    }
  }

  /**
   * The signal.
   *
   * @param scale factor on each sample
   */
  float[] samples(double scale) {
    float[] samples = new float[sums.length];
    int overlap = window.length / hop;
    double[] inside = squares(0, overlap - 1);
    for (int start = 0; start < samples.length; start += hop) {
      int last = (start + window.length / 2) / hop;
      int fewest = Math.max(0, last - frames + 1);
      int most = Math.min(overlap - 1, last);
      boolean whole = fewest == 0 && most == overlap - 1;
      divide(samples, start, whole ? inside : squares(fewest, most), scale);
    }
    return samples;
  }

  /** Of each place of a hop, when parts of the window from one to another lie over it. */
  private double[] squares(int firstPart, int lastPart) {
    double[] squares = new double[hop];
    for (int part = firstPart; part <= lastPart; part++) {
      for (int place = 0; place < hop; place++) {
        double factor = window[part * hop + place];
        squares[place] += factor * factor;
      }
    }
    return squares;
  }

  private void divide(float[] samples, int start, double[] squares, double scale) {
    int count = Math.min(hop, samples.length - start);
    for (int i = 0; i < count; i++) {
      double sum = scale * sums[start + i];
      samples[start + i] = (float) (squares[i] > Double.MIN_NORMAL ? sum / squares[i] : sum);
    }
  }
}
