package dev.emovox.audio.augmentation;

/**
 * Raises high frequencies: {@code y[n] = x[n] - c x[n-1]}, and {@code y[0] = 3 x[0] - x[1]}, as
 * {@code librosa.effects.preemphasis}. This is what the paper names reverberation; it adds no
 * reflections, so here it has its own name.
 */
public final class PreEmphasis implements Augmentation {
  private final double coefficient;

  /**
   * A filter.
   *
   * @param coefficient share of the sample before that is subtracted, from 0 to 1
   */
  public PreEmphasis(double coefficient) {
    this.coefficient = Range.within("coefficient of pre-emphasis", coefficient, 0, 1);
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    if (waveform.length < 2) {
      return waveform;
    }
    float[] emphasised = new float[waveform.length];
    emphasised[0] = 3 * waveform[0] - waveform[1];
    for (int i = 1; i < emphasised.length; i++) {
      emphasised[i] = (float) (waveform[i] - coefficient * waveform[i - 1]);
    }
    return emphasised;
  }
}
