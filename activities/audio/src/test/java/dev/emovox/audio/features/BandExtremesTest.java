package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandExtremesTest {
  private static final int FRAMES = 13;

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 27", "2, 26", "3, 40", "4, 103", "4, 4", "8, 206", "9, 410", "16, 31"})
  void meansAreThoseOfTheSortedBand(int count, int bins) {
    double[][] power = powers(bins + 2);
    BandExtremes extremes = new BandExtremes(Math.max(count, 10), FRAMES);
    double[] valleys = new double[FRAMES];
    double[] peaks = new double[FRAMES];
    extremes.look(power, new ContrastBands.Range(1, bins + 1), count);
    extremes.valleys(count, valleys);
    extremes.peaks(count, peaks);
    for (int frame = 0; frame < FRAMES; frame++) {
      double[] sorted = magnitudes(power, bins, frame);
      double[] lowest = Arrays.copyOf(sorted, count);
      double[] highest = Arrays.copyOfRange(sorted, bins - count, bins);
      assertThat(valleys[frame]).isCloseTo(mean(lowest), within(1e-12));
      assertThat(peaks[frame]).isCloseTo(mean(highest), within(1e-12));
    }
  }

  private static double[] magnitudes(double[][] power, int bins, int frame) {
    return Arrays.stream(power, 1, bins + 1)
        .mapToDouble(row -> Math.sqrt(row[frame]))
        .sorted()
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** With values that occur more than once. */
  private static double[][] powers(int bins) {
    Random random = new Random(3);
    double[][] power = new double[bins][FRAMES];
    for (double[] row : power) {
      for (int frame = 0; frame < FRAMES; frame++) {
        row[frame] = random.nextInt(40) / 8.0;
      }
    }
    return power;
  }
}
