package dev.emovox.audio.augmentation.noise;

import dev.emovox.audio.augmentation.Seeds;
import java.util.Random;

/** Gaussian noise with the same power in each hertz. */
public final class White implements NoiseSource {
  @Override
  public float[] make(int count, int sampleRate, long seed) {
    Random random = Seeds.random(seed);
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }
}
