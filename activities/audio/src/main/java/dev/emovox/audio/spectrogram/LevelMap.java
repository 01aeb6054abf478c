package dev.emovox.audio.spectrogram;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.fourier.HannWindow;
import dev.emovox.audio.fourier.RealTransform;
import java.util.Arrays;

/**
 * How loud each frequency of a clip is at each time, in a bounded number of values: frames of a
 * short-time Fourier transform (periodic Hann window of 32 to 64 ms, centred, zeros around the
 * clip), their power averaged over the frames of a column and the bins of a row. Levels are
 * decibels relative to the loudest of the map, {@value #FLOOR} at least; a clip of zeros is at the
 * floor.
 *
 * @param levels a row a band of frequencies from the lowest, a column a piece of time
 * @param highestHertz the upper end of the frequencies; their lower end is zero
 */
@SuppressWarnings("ArrayRecordComponent")
public record LevelMap(float[][] levels, double highestHertz) {
  /** The lowest level in decibels. */
  public static final int FLOOR = -80;

  private static final double SHORTEST_WINDOW = 0.032;
  private static final int SMALLEST_TRANSFORM = 64;
  private static final int OVERLAP = 4;

  /**
   * The map of a clip.
   *
   * @param clip not empty
   * @param columns at most so many
   * @param rows bands of frequencies
   */
  public static LevelMap of(AudioClip clip, int columns, int rows, FrequencyScale scale) {
    int size = SMALLEST_TRANSFORM;
    while (size < SHORTEST_WINDOW * clip.sampleRate()) {
      size *= 2;
    }
    int length = clip.samples().length;
    int count = Math.min(columns, length);
    int hop = Math.max(1, Math.min(size / OVERLAP, length / count));
    Bands bands = new Bands(rows, size, clip.sampleRate() / 2.0, scale);
    double[][] power = power(clip.samples(), new Frames(size, hop, count), bands);
    return new LevelMap(levels(power), clip.sampleRate() / 2.0);
  }

  /**
   * How a signal is cut.
   *
   * @param size samples of a frame
   * @param hop samples from frame to frame
   * @param columns of the map
   */
  private record Frames(int size, int hop, int columns) {}

  private static double[][] power(float[] samples, Frames frames, Bands bands) {
    double[][] sums = new double[bands.count()][frames.columns()];
    int[] counts = new int[frames.columns()];
    RealTransform transform = new RealTransform(frames.size());
    double[] window = HannWindow.periodic(frames.size());
    float[] frame = new float[frames.size()];
    float[] spectrum = new float[frames.size() / 2 + 1];
    for (long centre = 0; centre < samples.length; centre += frames.hop()) {
      cut(samples, (int) centre - frames.size() / 2, frame);
      transform.power(frame, window, spectrum);
      int column = (int) (centre * frames.columns() / samples.length);
      counts[column]++;
      for (int row = 0; row < sums.length; row++) {
        sums[row][column] += bands.mean(row, spectrum);
      }
    }
    for (double[] row : sums) {
      for (int column = 0; column < row.length; column++) {
        row[column] /= Math.max(1, counts[column]);
      }
    }
    return sums;
  }

  private static void cut(float[] samples, int start, float[] frame) {
    Arrays.fill(frame, 0);
    int from = Math.max(0, start);
    int to = Math.min(samples.length, start + frame.length);
    System.arraycopy(samples, from, frame, from - start, to - from);
  }

  private static float[][] levels(double[][] power) {
    double loudest = 0;
    for (double[] row : power) {
      loudest = Math.max(loudest, Arrays.stream(row).max().orElse(0));
    }
    float[][] levels = new float[power.length][power[0].length];
    for (int row = 0; row < levels.length; row++) {
      for (int column = 0; column < levels[row].length; column++) {
        double share = loudest > 0 ? power[row][column] / loudest : 0;
        // Where sines are the machine's own, the last digits are too: two decimals are kept.
        double level = Math.rint(1000 * StrictMath.log10(Math.max(share, 1e-30))) / 100;
        levels[row][column] = (float) Math.max(FLOOR, level);
      }
    }
    return levels;
  }
}
