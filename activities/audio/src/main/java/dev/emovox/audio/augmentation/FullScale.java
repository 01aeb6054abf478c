package dev.emovox.audio.augmentation;

/**
 * A waveform as it can be written to a file of whole numbers: softer, if it went beyond full scale.
 *
 * @param samples from -1 to 1
 * @param attenuation decibels by which it is softer than it was; 0 if it fitted
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers, passed on and never compared.
public record FullScale(float[] samples, double attenuation) {
  private static final double DECIBELS_PER_DECADE = 20;

  /** The waveform, or a softer copy of it. */
  public static FullScale of(float[] waveform) {
    double peak = 1;
    for (float sample : waveform) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak == 1
        ? new FullScale(waveform, 0)
        : new FullScale(scaled(waveform, 1 / peak), DECIBELS_PER_DECADE * StrictMath.log10(peak));
  }

  private static float[] scaled(float[] waveform, double factor) {
    float[] scaled = new float[waveform.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (waveform[i] * factor);
    }
    return scaled;
  }
}
