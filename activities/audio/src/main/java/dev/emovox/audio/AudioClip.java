package dev.emovox.audio;

/**
 * One channel of sound.
 *
 * <p>The record does not copy {@code samples}; whoever shares a clip must not write to them.
 *
 * @param samples amplitudes, nominally between -1 and 1
 * @param sampleRate hertz, at least 1
 */
// Arrays on purpose: samples and features are bulk numbers on the hot path.
@SuppressWarnings("ArrayRecordComponent")
public record AudioClip(float[] samples, int sampleRate) {

  public AudioClip {
    if (sampleRate < 1) {
      throw new IllegalArgumentException("sample rate must be positive: " + sampleRate);
    }
  }

  /** The clip louder or softer, as new samples. */
  AudioClip scaled(double factor) {
    float[] scaled = new float[samples.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (samples[i] * factor);
    }
    return new AudioClip(scaled, sampleRate);
  }

  /** How long the clip is, in seconds. */
  public double seconds() {
    return samples.length / (double) sampleRate;
  }
}
