package dev.emovox.audio;

/**
 * How much a decoder accepts.
 *
 * @param maxBytes most bytes of a file
 * @param maxSeconds longest clip
 * @param maxSampleRate highest sample rate in hertz
 * @param maxChannels most channels
 */
public record DecodeLimits(long maxBytes, double maxSeconds, int maxSampleRate, int maxChannels) {
  private static final DecodeLimits STANDARD = new DecodeLimits(100_000_000, 600, 384_000, 64);

  public DecodeLimits {
    if (maxBytes < 1 || !(maxSeconds > 0) || maxSampleRate < 1 || maxChannels < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** 100 MB, ten minutes, 384 kHz and 64 channels. */
  public static DecodeLimits standard() {
    return STANDARD;
  }
}
