package dev.emovox.audio.augmentation;

/** How loud a waveform is. */
public final class Level {
  private static final double DECIBELS_PER_DECADE = 20;

  private Level() {}

  /** The root of the mean square; 0 of nothing. */
  public static double of(float[] waveform) {
    return waveform.length == 0 ? 0 : Math.sqrt(squares(waveform) / waveform.length);
  }

  /** Four sums, so that an addition need not wait for the one before. */
  private static double squares(float[] waveform) {
    double first = 0;
    double second = 0;
    double third = 0;
    double last = 0;
    int whole = waveform.length / 4 * 4;
    for (int i = 0; i < whole; i += 4) {
      first += square(waveform[i]);
      second += square(waveform[i + 1]);
      third += square(waveform[i + 2]);
      last += square(waveform[i + 3]);
    }
    for (int i = whole; i < waveform.length; i++) {
      last += square(waveform[i]);
    }
    return (first + second) + (third + last);
  }

  private static double square(double sample) {
    return sample * sample;
  }

  /** The factor on amplitudes; the same number on every machine. */
  public static double amplitude(double decibels) {
    return StrictMath.pow(10, decibels / DECIBELS_PER_DECADE);
  }
}
