package dev.emovox.audio.augmentation;

import java.util.Random;

/**
 * Adds Gaussian white noise of a fixed standard deviation, whatever the level of the clip: the
 * paper's noise. Its numbers come from {@link Random}, whose sequence is part of Java's
 * specification; numpy's, which the paper's program drew without a seed, can't be made again by
 * anybody, so features of noisy versions agree with the paper's in distribution only.
 */
public final class WhiteNoise implements Augmentation {
  private final double deviation;

  /**
   * Noise.
   *
   * @param deviation its standard deviation, from 0 to 1, in units of the samples
   */
  public WhiteNoise(double deviation) {
    this.deviation = Range.within("deviation of noise", deviation, 0, 1);
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    Random random = Seeds.random(seed);
    float[] noisy = new float[waveform.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (waveform[i] + deviation * random.nextGaussian());
    }
    return noisy;
  }
}
