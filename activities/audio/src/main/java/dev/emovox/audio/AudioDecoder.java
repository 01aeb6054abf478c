package dev.emovox.audio;

import java.nio.file.Path;

/**
 * Decodes audio by what the bytes are, never by a file's name: WAV, AIFF and AIFC, FLAC, Ogg Vorbis
 * and MP3, mixed down to one channel by the mean.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class AudioDecoder {
  /** A clip without a sample above this amplitude is silent: half a step of 16 bits. */
  public static final float SILENCE = 0.5f / 32768;

  private final DecodeLimits limits;

  public AudioDecoder(DecodeLimits limits) {
    this.limits = limits;
  }

  /** Whether a file that begins with {@code head} (16 bytes or more are best) may be audio. */
  public static boolean looksLikeAudio(byte[] head) {
    return Pending.yet("being written");
  }

  /**
   * Decodes a whole file.
   *
   * @throws UnusableAudioException with the reason, if there is no usable sound in it
   */
  public DecodedAudio decode(byte[] content) {
    return Pending.yet("being written " + limits);
  }

  /**
   * Reads and decodes a file.
   *
   * @throws UnusableAudioException with the reason and the path, if there is no usable sound in it
   */
  public DecodedAudio decode(Path file) {
    return Pending.yet("being written");
  }
}
