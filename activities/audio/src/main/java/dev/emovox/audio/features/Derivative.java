package dev.emovox.audio.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Local derivatives of rows over time as {@code librosa.feature.delta} with width 9: the slope of
 * the straight line, or the curvature of the parabola, that fits nine frames best (A. Savitzky and
 * M. J. E. Golay, 1964). The first and the last four frames have the derivative of the nearest fit.
 * Stateless.
 */
enum Derivative {
  /** Of a line: the change a frame. */
  VELOCITY("_delta") {
    @Override
    double weight(int offset) {
      return offset / SQUARES;
    }
  },
  /** Of a parabola: the change of the change. */
  ACCELERATION("_delta2") {
    @Override
    double weight(int offset) {
      return 2 * (offset * offset - MEAN_SQUARE) / SQUARES_OF_SQUARES;
    }
  };

  /** Frames on either side. */
  static final int REACH = 4;

  /** Frames that a fit needs. */
  static final int WIDTH = 2 * REACH + 1;

  private static final double SQUARES = 60;
  private static final double MEAN_SQUARE = SQUARES / WIDTH;

  /** The sum of all (n² - mean)². */
  private static final double SQUARES_OF_SQUARES = 308;

  private final String suffix;

  Derivative(String suffix) {
    this.suffix = suffix;
  }

  /** The derivatives up to an order: none for 0. */
  static List<Derivative> upTo(int order) {
    return Stream.of(VELOCITY, ACCELERATION).limit(order).toList();
  }

  /** What is added to the name of a track. */
  String suffix() {
    return suffix;
  }

  abstract double weight(int offset);

  /** The derivative of a track with at least {@link #WIDTH} frames. */
  Track of(Track track) {
    double[][] rows = Arrays.stream(track.rows()).map(this::of).toArray(double[][]::new);
    return new Track(track.name() + suffix, rows);
  }

  private double[] of(double[] row) {
    double[] derivative = new double[row.length];
    int last = row.length - 1 - REACH;
    for (int frame = REACH; frame <= last; frame++) {
      for (int offset = -REACH; offset <= REACH; offset++) {
        derivative[frame] += weight(offset) * row[frame + offset];
      }
    }
    Arrays.fill(derivative, 0, REACH, derivative[REACH]);
    Arrays.fill(derivative, last + 1, row.length, derivative[last]);
    return derivative;
  }
}
