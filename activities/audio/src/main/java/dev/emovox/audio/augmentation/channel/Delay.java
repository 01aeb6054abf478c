package dev.emovox.audio.augmentation.channel;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.Range;

/** Silence before the clip, which becomes longer by it. */
public final class Delay implements Augmentation {
  private static final double MOST_SECONDS = 60;

  private final double seconds;

  /**
   * Silence.
   *
   * @param seconds from 0 to 60
   */
  public Delay(double seconds) {
    this.seconds = Range.within("shift in seconds", seconds, 0, MOST_SECONDS);
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    int silence = (int) (seconds * sampleRate);
    float[] delayed = new float[silence + waveform.length];
    System.arraycopy(waveform, 0, delayed, silence, waveform.length);
    return delayed;
  }
}
