package dev.emovox.audio.augmentation.noise;

/** Makes noise. Safe for use by several threads. */
@FunctionalInterface
public interface NoiseSource {

  /**
   * Noise of any level.
   *
   * @param count samples to make
   * @param seed decides which
   */
  float[] make(int count, int sampleRate, long seed);
}
