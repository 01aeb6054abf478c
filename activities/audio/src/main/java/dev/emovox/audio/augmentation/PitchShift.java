package dev.emovox.audio.augmentation;

import dev.emovox.audio.resample.PolyphaseResampler;
import java.util.Arrays;

/**
 * Another pitch at the same tempo: {@code librosa.effects.pitch_shift}, the paper's definition. The
 * waveform is stretched in time and then resampled to its old length, band-limited.
 *
 * <p>The ratio of rates, a power of two to a twelfth, is replaced by the fraction of small numbers
 * next to it; after ten seconds at 16 kHz a sample of the paper's shifts is then a fiftieth of its
 * distance to the next one away from its place. librosa's resampler passes 0.913 of the lower band
 * and ours 0.9; below that they agree.
 *
 * <p>TarsosDSP's {@code PitchShifter} was measured and left aside: what it makes of a plain tone at
 * two semitones is clipped and has no periods that could be counted.
 */
public final class PitchShift implements Stretching {
  private static final double MOST_SEMITONES = 24;
  private static final double SEMITONES_PER_OCTAVE = 12;

  private final TimeStretch stretch;
  private final Fraction ratio;
  private final PolyphaseResampler resampler = new PolyphaseResampler();

  /**
   * A pitch.
   *
   * @param semitones how much higher, lower if negative; at most two octaves
   */
  public PitchShift(double semitones) {
    Range.within("semitones of pitch shift", semitones, -MOST_SEMITONES, MOST_SEMITONES);
    double rate = Math.pow(2, -semitones / SEMITONES_PER_OCTAVE);
    this.stretch = new TimeStretch(rate);
    this.ratio = Fraction.near(rate);
  }

  /**
   * The waveform at the new pitch.
   *
   * @return as many samples as before
   */
  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    return shifted(stretch.apply(waveform, sampleRate, seed), waveform.length);
  }

  @Override
  public float[] apply(PhaseVocoder waveform, int most) {
    int length = Math.min(waveform.length(), most);
    int reach = resampler.reach(ratio.denominator(), ratio.numerator(), length);
    return shifted(stretch.apply(waveform, reach), length);
  }

  private float[] shifted(float[] stretched, int length) {
    long made =
        ((long) stretched.length * ratio.numerator() + ratio.denominator() - 1)
            / ratio.denominator();
    float[] shifted =
        resampler.resample(
            stretched, ratio.denominator(), ratio.numerator(), (int) Math.min(made, length));
    return Arrays.copyOf(shifted, length);
  }

  @Override
  public int reach(int outputs) {
    return stretch.reach(resampler.reach(ratio.denominator(), ratio.numerator(), outputs));
  }
}
