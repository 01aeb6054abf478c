package dev.emovox.audio.features;

/**
 * A table of levels, one row a frame, and their means over time. Levels are {@code
 * librosa.power_to_db} with reference 1: never below -100 dB, and never more than 80 dB below the
 * loudest of the table.
 */
final class Decibels {
  private static final double LEAST_POWER = 1e-10;
  private static final float RANGE = 80;

  private final float[][] levels;
  private float loudest;

  Decibels(int frames, int columns) {
    levels = new float[frames][columns];
  }

  /** Forgets the levels of the last signal. */
  void clear() {
    loudest = Float.NEGATIVE_INFINITY;
  }

  void set(int frame, int column, double power) {
    float level = (float) (10 * Math.log10(Math.max(LEAST_POWER, power)));
    levels[frame][column] = level;
    loudest = Math.max(loudest, level);
  }

  /** Adds the mean over time of each column, times {@code factor}, to {@code sums}. */
  void addMeans(double factor, double[] sums) {
    float floor = loudest - RANGE;
    double weight = factor / levels.length;
    for (float[] row : levels) {
      for (int column = 0; column < row.length; column++) {
        sums[column] += weight * Math.max(floor, row[column]);
      }
    }
  }
}
