package dev.emovox.audio.resample;

import java.math.BigInteger;

/**
 * Changes sample rates by a polyphase windowed-sinc filter. Output sample {@code k} is at the time
 * of input position {@code k * from / to}, without delay; before the first and after the last
 * sample the input is taken as zero.
 *
 * <p>Safe for use by several threads.
 */
public final class PolyphaseResampler {
  /** So many outputs of the same phase are worth being computed side by side. */
  private static final int FEWEST_OF_PHASE = 8;

  private final FilterBanks banks = new FilterBanks();

  /**
   * Resamples.
   *
   * @param samples at rate {@code from}; left as they are
   * @param from hertz
   * @param to hertz
   * @param outputs how many output samples to make, at most {@code ceil(samples * to / from)}
   */
  public float[] resample(float[] samples, int from, int to, int outputs) {
    int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    int up = to / divisor;
    int down = from / divisor;
    FilterBank bank = banks.get(up, down);
    int last = (int) ((outputs - 1L) * down / up);
    double[] padded = padded(samples, last, bank);
    float[] result = new float[outputs];
    if (bank.isExact(up) && outputs >= (long) FEWEST_OF_PHASE * up) {
      new PhaseGroups(bank, up, down).resample(padded, result);
      return result;
    }
    for (int i = 0; i < outputs; i++) {
      long position = (long) i * down;
      result[i] = bank.apply(padded, (int) (position / up), position % up / (double) up);
    }
    return result;
  }

  /** How many samples at the start of a signal decide the first {@code outputs} results. */
  public int reach(int from, int to, int outputs) {
    int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    FilterBank bank = banks.get(to / divisor, from / divisor);
    return (int) ((long) outputs * from / to) + bank.taps();
  }

  /** The samples that the filter sees up to its last position, with zeros around them. */
  private static double[] padded(float[] samples, int last, FilterBank bank) {
    double[] padded = new double[last + bank.taps()];
    int seen = Math.min(samples.length, padded.length - bank.before());
    for (int i = 0; i < seen; i++) {
      padded[bank.before() + i] = samples[i];
    }
    return padded;
  }
}
