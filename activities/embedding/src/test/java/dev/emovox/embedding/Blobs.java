package dev.emovox.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Points about centres.
 *
 * @param rows the points
 * @param classes the centre of each
 */
@SuppressWarnings("ArrayRecordComponent")
public record Blobs(double[][] rows, List<String> classes) {

  /** So many points about {@code centres} places in {@code width} dimensions, by turns. */
  public static Blobs of(int points, int centres, int width) {
    Random random = new Random(7);
    double[][] middles = new double[centres][width];
    for (double[] middle : middles) {
      for (int j = 0; j < width; j++) {
        middle[j] = 8 * random.nextGaussian();
      }
    }
    double[][] rows = new double[points][width];
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] = middles[i % centres][j] + random.nextGaussian();
      }
      classes.add("class " + i % centres);
    }
    return new Blobs(rows, classes);
  }
}
