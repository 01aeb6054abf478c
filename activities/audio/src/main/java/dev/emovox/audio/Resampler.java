package dev.emovox.audio;

/**
 * Changes the sample rate of clips, band-limited.
 *
 * <p>Safe for use by several threads.
 */
public final class Resampler {

  /**
   * The clip at another rate; the clip itself if it has that rate already.
   *
   * @param targetRate hertz
   * @return {@code ceil(samples * targetRate / sampleRate)} samples
   */
  public AudioClip resample(AudioClip clip, int targetRate) {
    return Pending.yet("being written");
  }
}
