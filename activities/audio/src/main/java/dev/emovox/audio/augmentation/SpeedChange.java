package dev.emovox.audio.augmentation;

import dev.emovox.audio.resample.PolyphaseResampler;

/**
 * Plays a clip faster or slower, its pitch with its tempo: band-limited resampling (T. Ko, V.
 * Peddinti, D. Povey and S. Khudanpur, "Audio Augmentation for Speech Recognition", 2015, who used
 * 0.9, 1 and 1.1).
 */
public final class SpeedChange implements Augmentation {
  private static final double MOST = 2;

  private final Fraction ratio;
  private final PolyphaseResampler resampler = new PolyphaseResampler();

  /**
   * A speed.
   *
   * @param factor above 1 is faster, higher and shorter, below 1 slower, lower and longer; from a
   *     half to 2
   */
  public SpeedChange(double factor) {
    this.ratio = Fraction.near(Range.within("factor of speed", factor, 1 / MOST, MOST));
  }

  /**
   * The waveform at the new speed.
   *
   * @return {@code ceil(waveform.length / factor)} samples
   */
  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    if (ratio.numerator() == ratio.denominator() || waveform.length == 0) {
      return waveform;
    }
    return resampler.resample(
        waveform, ratio.numerator(), ratio.denominator(), outputs(waveform.length));
  }

  private int outputs(int inputs) {
    return Math.toIntExact(
        ((long) inputs * ratio.denominator() + ratio.numerator() - 1) / ratio.numerator());
  }

  @Override
  public int reach(int outputs) {
    return resampler.reach(ratio.numerator(), ratio.denominator(), outputs);
  }
}
