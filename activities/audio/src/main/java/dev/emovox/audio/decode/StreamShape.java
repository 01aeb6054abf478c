package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.UnusableAudioException.Reason;

/**
 * Rate and channels of a stream, checked against the limits when made.
 *
 * @param sampleRate hertz
 * @param channels number of interleaved channels
 * @param maxFrames most frames (samples of one channel) that may be decoded
 */
record StreamShape(int sampleRate, int channels, long maxFrames) {
  /**
   * Most samples of a decoded clip: ten minutes at 96 kHz. Lossless silence packs so well that
   * neither the size of a file nor its length in seconds alone would bound the memory.
   */
  static final int MOST_SAMPLES = 600 * 96_000;

  /**
   * Checks what a header says.
   *
   * @throws UnusableAudioException if a value is impossible or beyond the limits
   */
  static StreamShape of(long sampleRate, int channels, DecodeLimits limits) {
    if (sampleRate <= 0) {
      throw Failure.corrupt("The header gives a sample rate of " + sampleRate + " Hz");
    }
    if (channels <= 0) {
      throw Failure.corrupt("The header gives " + channels + " channels");
    }
    if (sampleRate > limits.maxSampleRate()) {
      throw tooLarge("a sample rate of " + sampleRate + " Hz", limits.maxSampleRate() + " Hz");
    }
    if (channels > limits.maxChannels()) {
      throw tooLarge(channels + " channels", limits.maxChannels() + " channels");
    }
    long maxFrames = (long) Math.floor(limits.maxSeconds() * sampleRate);
    return new StreamShape((int) sampleRate, channels, maxFrames);
  }

  /**
   * Checks a number of frames before memory is taken for them.
   *
   * @throws UnusableAudioException if it is zero or beyond the limits
   */
  void checkFrames(long frames) {
    if (frames == 0) {
      throw Failure.empty();
    }
    checkNotTooLong(frames);
  }

  /** As {@link #checkFrames}, for a stream that may still be at its start. */
  void checkNotTooLong(long frames) {
    if (frames > maxFrames) {
      throw new UnusableAudioException(
          Reason.TOO_LONG,
          "The sound is longer than the limit of %d seconds. Cut it into shorter clips"
              .formatted(maxFrames / sampleRate));
    }
    if (frames > MOST_SAMPLES) {
      throw tooLarge("more than %d samples".formatted(MOST_SAMPLES), "that many");
    }
  }

  private static UnusableAudioException tooLarge(String what, String limit) {
    return new UnusableAudioException(
        Reason.TOO_LARGE,
        "The file has %s; the limit is %s. Convert it to an ordinary rate and layout"
            .formatted(what, limit));
  }
}
