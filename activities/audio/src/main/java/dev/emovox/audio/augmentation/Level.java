package dev.emovox.audio.augmentation;

/** How loud a waveform is. */
public final class Level {
  private static final double DECIBELS_PER_DECADE = 20;

  private Level() {}

  /** The root of the mean square; 0 of nothing. */
  public static double of(float[] waveform) {
    double squares = 0;
    for (float sample : waveform) {
      squares += (double) sample * sample;
    }
    return waveform.length == 0 ? 0 : Math.sqrt(squares / waveform.length);
  }

  /** The factor on amplitudes; the same number on every machine. */
  public static double amplitude(double decibels) {
    return StrictMath.pow(10, decibels / DECIBELS_PER_DECADE);
  }
}
