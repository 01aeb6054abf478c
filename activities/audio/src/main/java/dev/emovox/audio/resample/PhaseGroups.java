package dev.emovox.audio.resample;

/**
 * Resampling phase by phase: outputs of the same phase have the same taps, and their inputs lie
 * {@code down} samples apart. Inputs are therefore put into rows of samples that are so far apart,
 * and the outputs of a phase are computed side by side, of which the compiler makes vector
 * instructions.
 *
 * @param up how many phases there are
 * @param down input samples for {@code up} outputs
 */
record PhaseGroups(FilterBank bank, int up, int down) {
  /** Outputs of a phase that are computed at once, so that their rows stay close. */
  private static final int MOST = 64;

  /**
   * Makes all outputs.
   *
   * @param padded as many samples as the last output's taps reach, at least
   */
  void resample(double[] padded, float[] outputs) {
    int groups = (outputs.length + up - 1) / up;
    for (int first = 0; first < groups; first += MOST) {
      resample(padded, outputs, first, Math.min(MOST, groups - first));
    }
  }

  private void resample(double[] padded, float[] outputs, int first, int count) {
    double[][] rows = new double[(int) ((up - 1L) * down / up) + bank.taps()][count];
    for (int i = 0; i < count; i++) {
      long start = (first + (long) i) * down;
      int end = (int) Math.min(rows.length, padded.length - start);
      for (int row = 0; row < end; row++) {
        rows[row][i] = padded[(int) start + row];
      }
    }
    double[] values = new double[count];
    for (int phase = 0; phase < up; phase++) {
      long position = (long) phase * down;
      bank.applyAll((int) (position % up), rows, (int) (position / up), values);
      long at = (long) first * up + phase;
      for (int i = 0; i < count && at < outputs.length; i++) {
        outputs[(int) at] = (float) values[i];
        at += up;
      }
    }
  }
}
