package dev.emovox.audio.speech;

/**
 * How loud a clip is over time: of each hundredth of a second, the level of the 25 milliseconds
 * around it, without rumble.
 *
 * @param decibels of each frame, relative to full scale; -200 of digital silence
 * @param hop samples from one frame to the next
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers, never compared.
record FrameLevels(double[] decibels, int hop) {
  private static final int FRAMES_PER_SECOND = 100;
  private static final double FRAME_SECONDS = 0.025;

  /** Hertz below which sound is made softer: hum and rumble, whose level is never steady. */
  private static final double RUMBLE = 150;

  private static final double SILENCE = 1e-20;

  static FrameLevels of(float[] samples, int sampleRate) {
    int hop = Math.max(1, sampleRate / FRAMES_PER_SECOND);
    int half = Math.max(1, (int) (FRAME_SECONDS * sampleRate / 2));
    double[] sums = new double[samples.length + 1];
    double pole = Math.exp(-2 * Math.PI * RUMBLE / sampleRate);
    double before = 0;
    double passed = 0;
    for (int i = 0; i < samples.length; i++) {
      passed = samples[i] - before + pole * passed;
      before = samples[i];
      sums[i + 1] = sums[i] + passed * passed;
    }
    double[] decibels = new double[(samples.length + hop - 1) / hop];
    for (int frame = 0; frame < decibels.length; frame++) {
      int centre = frame * hop + hop / 2;
      int start = Math.max(0, centre - half);
      int end = Math.min(samples.length, centre + half);
      double power = end > start ? (sums[end] - sums[start]) / (end - start) : 0;
      decibels[frame] = 10 * Math.log10(Math.max(SILENCE, power));
    }
    return new FrameLevels(decibels, hop);
  }

  double loudest() {
    double most = Double.NEGATIVE_INFINITY;
    for (double level : decibels) {
      most = Math.max(most, level);
    }
    return most;
  }

  /** The mean level of the quietest stretch of so many frames. */
  double quietest(int stretch) {
    int length = Math.min(stretch, decibels.length);
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int frame = 0; frame < decibels.length; frame++) {
      sum += decibels[frame];
      if (frame >= length) {
        sum -= decibels[frame - length];
      }
      if (frame >= length - 1) {
        least = Math.min(least, sum / length);
      }
    }
    return least;
  }
}
