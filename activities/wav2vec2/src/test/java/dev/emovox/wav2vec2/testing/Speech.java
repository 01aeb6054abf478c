package dev.emovox.wav2vec2.testing;

import java.util.Random;

/** Waveforms that sound a little like speech. */
public final class Speech {
  private Speech() {}

  /** A gliding tone in noise, off centre; each seed has its own. */
  public static float[] clip(int samples, long seed) {
    Random random = new Random(seed);
    float[] waveform = new float[samples];
    double pitch = 90 + 160 * random.nextDouble();
    double phase = 0;
    for (int i = 0; i < samples; i++) {
      phase += 2 * Math.PI * pitch * (1 + 0.3 * Math.sin(i / 2000.0)) / 16_000;
      waveform[i] =
          (float) (0.03 + 0.1 * Math.sin(phase) + 0.05 * Math.sin(3 * phase) + noise(random));
    }
    return waveform;
  }

  private static double noise(Random random) {
    return 0.02 * random.nextGaussian();
  }
}
