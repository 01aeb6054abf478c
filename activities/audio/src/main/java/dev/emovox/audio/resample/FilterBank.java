package dev.emovox.audio.resample;

import java.util.Arrays;

/**
 * The filter's taps for each position (phase) that an output sample can have between two input
 * samples. Immutable and safe for use by several threads.
 */
final class FilterBank {
  /** Most taps kept exactly; two million are 16 MB. */
  private static final int MOST_TAPS = 1 << 21;

  /**
   * Phases, for each sample of the lower rate, of a bank that is interpolated linearly; the error
   * is then below -110 dB.
   */
  private static final int INTERPOLATED_PHASES = 1024;

  private final int phases;
  private final int taps;
  private final double[] coefficients;

  private FilterBank(int phases, double stretch) {
    this.phases = phases;
    this.taps = taps(stretch);
    // One row more than phases, so that interpolation needs no wrap-around.
    this.coefficients = new double[(phases + 1) * taps];
    for (int phase = 0; phase <= phases; phase++) {
      fill(phase, stretch);
    }
  }

  /**
   * The bank for a ratio of rates in lowest terms.
   *
   * @param up output samples for each {@code down} input samples
   * @param down input samples
   */
  static FilterBank forRatio(int up, int down) {
    double stretch = Math.max(1, down / (double) up);
    boolean small = (up + 1L) * taps(stretch) <= MOST_TAPS;
    return new FilterBank(small ? up : (int) Math.ceil(INTERPOLATED_PHASES / stretch), stretch);
  }

  private static int taps(double stretch) {
    return 2 * (int) Math.ceil(KaiserSinc.HALF_LENGTH * stretch) + 2;
  }

  private void fill(int phase, double stretch) {
    int row = phase * taps;
    double[] exact = new double[taps];
    double sum = 0;
    for (int tap = 0; tap < taps; tap++) {
      double time = tap - before() - phase / (double) phases;
      exact[tap] = KaiserSinc.at(time / stretch);
      sum += exact[tap];
    }
    for (int tap = 0; tap < taps; tap++) {
      coefficients[row + tap] = exact[tap] / sum;
    }
  }

  /** How many input samples a row reaches back from the one at or before the output's time. */
  int before() {
    return taps / 2 - 1;
  }

  /** Length of a row. */
  int taps() {
    return taps;
  }

  /**
   * One output sample.
   *
   * @param input at least {@link #taps} samples from {@code start}
   * @param start the input sample at or before the output's time, less {@link #before}
   * @param fraction time from that input sample to the output, 0 to 1 input samples
   */
  float apply(double[] input, int start, double fraction) {
    double position = fraction * phases;
    int phase = (int) (position + 1e-9);
    double weight = position - phase;
    double value = dot(phase * taps, input, start);
    if (weight < 1e-6) {
      return (float) value;
    }
    return (float) (value + weight * (dot((phase + 1) * taps, input, start) - value));
  }

  // Taps four by four, as in applyAll, whose results are the same to the bit.
  private double dot(int row, double[] input, int start) {
    double sum = 0;
    int tap = 0;
    for (; tap + 3 < taps; tap += 4) {
      sum +=
          (coefficients[row + tap] * input[start + tap]
                  + coefficients[row + tap + 1] * input[start + tap + 1])
              + (coefficients[row + tap + 2] * input[start + tap + 2]
                  + coefficients[row + tap + 3] * input[start + tap + 3]);
    }
    for (; tap < taps; tap++) {
      sum += coefficients[row + tap] * input[start + tap];
    }
    return sum;
  }

  /** Whether each output lies at a phase, so that nothing is interpolated. */
  boolean isExact(int up) {
    return up == phases;
  }

  /**
   * Many output samples of one phase.
   *
   * @param inputs rows of input samples, each a sample later than the one before
   * @param start the first of as many rows as there are taps
   * @param outputs receives as many output samples as it is long
   */
  void applyAll(int phase, double[][] inputs, int start, double[] outputs) {
    Arrays.fill(outputs, 0);
    int tap = 0;
    for (; tap + 3 < taps; tap += 4) {
      addFour(phase * taps + tap, inputs, start + tap, outputs);
    }
    for (; tap < taps; tap++) {
      add(coefficients[phase * taps + tap], inputs[start + tap], outputs);
    }
  }

  private void addFour(int place, double[][] inputs, int row, double[] outputs) {
    double[] one = inputs[row];
    double[] two = inputs[row + 1];
    double[] three = inputs[row + 2];
    double[] four = inputs[row + 3];
    double first = coefficients[place];
    double second = coefficients[place + 1];
    double third = coefficients[place + 2];
    double last = coefficients[place + 3];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] += (first * one[i] + second * two[i]) + (third * three[i] + last * four[i]);
    }
  }

  private static void add(double factor, double[] input, double[] outputs) {
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] += factor * input[i];
    }
  }
}
