package dev.emovox.audio.augmentation.noise;

/**
 * Noise with the same power in each octave: white noise through a chain of first-order sections
 * whose poles and zeros alternate an octave apart, which falls by 3 dB an octave on the average and
 * stays within half a decibel of it, from 20 Hz to half of Nyquist's frequency. Below 20 Hz the
 * power stays as it is there.
 */
public final class Pink implements NoiseSource {
  private static final double LOWEST_HERTZ = 20;

  /** From one pole to the next. */
  private static final double SPACING = 4;

  /** From a pole to its zero. */
  private static final double HALF_SPACING = 2;

  private final White white = new White();

  @Override
  public float[] make(int count, int sampleRate, long seed) {
    float[] noise = white.make(count, sampleRate, seed);
    for (double hertz = LOWEST_HERTZ; hertz < sampleRate / 2.0; hertz *= SPACING) {
      filter(noise, place(hertz, sampleRate), place(hertz * HALF_SPACING, sampleRate));
    }
    return noise;
  }

  /** Where in the unit circle a corner frequency lies. */
  private static double place(double hertz, int sampleRate) {
    return StrictMath.exp(-2 * Math.PI * hertz / sampleRate);
  }

  private static void filter(float[] signal, double pole, double zero) {
    double input = 0;
    double output = 0;
    for (int i = 0; i < signal.length; i++) {
      double next = signal[i];
      output = next - zero * input + pole * output;
      input = next;
      signal[i] = (float) output;
    }
  }
}
