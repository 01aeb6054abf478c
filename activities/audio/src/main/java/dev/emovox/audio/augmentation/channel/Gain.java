package dev.emovox.audio.augmentation.channel;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Range;

/** Another level. Nothing is clipped. */
public final class Gain implements Augmentation {
  private static final double MOST_DECIBELS = 60;

  private final double factor;

  /**
   * A level.
   *
   * @param decibels how much louder, from -60 to 60
   */
  public Gain(double decibels) {
    factor =
        Level.amplitude(Range.within("gain in decibels", decibels, -MOST_DECIBELS, MOST_DECIBELS));
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    float[] changed = new float[waveform.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = (float) (waveform[i] * factor);
    }
    return changed;
  }
}
