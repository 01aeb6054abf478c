package dev.emovox.audio.augmentation.noise;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Range;

/**
 * Adds noise at a signal-to-noise ratio: that of the root mean squares of the whole clip and of the
 * very noise that is added, so the ratio is met exactly. Silence stays silence.
 */
public final class AddedNoise implements Augmentation {
  private static final double LEAST_RATIO = -20;
  private static final double MOST_RATIO = 100;

  private final NoiseSource source;
  private final double ratio;

  /**
   * Noise.
   *
   * @param source what is added
   * @param ratio decibels by which the clip is louder, from -20 to 100
   */
  public AddedNoise(NoiseSource source, double ratio) {
    this.source = source;
    this.ratio = Range.within("signal-to-noise ratio", ratio, LEAST_RATIO, MOST_RATIO);
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    double level = Level.of(waveform);
    if (level == 0) {
      return waveform;
    }
    float[] noise = source.make(waveform.length, sampleRate, seed);
    double made = Level.of(noise);
    if (made == 0) {
      return waveform;
    }
    double factor = level * Level.amplitude(-ratio) / made;
    float[] noisy = new float[waveform.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (waveform[i] + factor * noise[i]);
    }
    return noisy;
  }

  /** The level is that of the whole clip. */
  @Override
  public int reach(int outputs) {
    return Integer.MAX_VALUE;
  }
}
