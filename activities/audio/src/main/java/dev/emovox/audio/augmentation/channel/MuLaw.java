package dev.emovox.audio.augmentation.channel;

import dev.emovox.audio.augmentation.Augmentation;

/**
 * What is left of samples that were 8 bits of mu-law (mu = 255, the companding of ITU-T G.711 in
 * its continuous form): {@code F(x) = sgn(x) ln(1 + mu |x|) / ln(1 + mu)} is rounded to one of 255
 * levels around zero. Samples beyond full scale are clipped. The noise stays about 38 dB below the
 * signal, whatever its level.
 */
public final class MuLaw implements Augmentation {
  private static final double MU = 255;
  private static final int LEVELS = 127;
  private static final double SCALE = LEVELS / StrictMath.log1p(MU);

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    float[] decoded = new float[waveform.length];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] = (float) decode(encode(waveform[i]));
    }
    return decoded;
  }

  private static int encode(double sample) {
    double magnitude = Math.min(1, Math.abs(sample));
    int level = (int) Math.rint(SCALE * StrictMath.log1p(MU * magnitude));
    return sample < 0 ? -level : level;
  }

  private static double decode(int level) {
    return Math.signum(level) * StrictMath.expm1(Math.abs(level) / SCALE) / MU;
  }
}
