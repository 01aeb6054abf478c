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

  /** How long the clip is, in seconds. */
  public double seconds() {
    return samples.length / (double) sampleRate;
  }
}
