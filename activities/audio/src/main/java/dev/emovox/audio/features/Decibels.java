package dev.emovox.audio.features;

/**
 * A table of levels and their means over time. Levels are {@code librosa.power_to_db} with
 * reference 1: never below -100 dB, and never more than 80 dB below the loudest of the table.
 */
final class Decibels {
  private static final double LEAST_POWER = 1e-10;
  private static final double RANGE = 80;

  private final double[][] levels;
  private double loudest;

  Decibels(int frames, int columns) {
    levels = new double[columns][frames];
  }

  /** Forgets the levels of the last signal. */
  void clear() {
    loudest = Double.NEGATIVE_INFINITY;
  }

  /**
   * Sets levels of one column.
   *
   * @param first the first frame
   * @param powers a value a frame
   * @param count how many frames
   */
  void set(int column, int first, double[] powers, int count) {
    double[] row = levels[column];
    double highest = loudest;
    for (int i = 0; i < count; i++) {
      double level = Levels.of(Math.max(LEAST_POWER, powers[i]));
      row[first + i] = level;
      highest = Math.max(highest, level);
    }
    loudest = highest;
  }

  /** The levels of a column by frame, none of them too far below the loudest. */
  double[] column(int column) {
    double[] row = levels[column];
    double floor = loudest - RANGE;
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.max(floor, row[i]);
    }
    return row;
  }
}
