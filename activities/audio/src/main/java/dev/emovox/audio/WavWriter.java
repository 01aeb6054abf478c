package dev.emovox.audio;

import java.nio.file.Path;

/** Writes clips as WAV files of one channel and 16 bits. */
public final class WavWriter {
  private WavWriter() {}

  /**
   * The bytes of a WAV file; amplitudes beyond -1 and 1 are clipped.
   *
   * @param clip any length and rate
   */
  public static byte[] encode(AudioClip clip) {
    return Pending.yet("being written");
  }

  /** Writes a WAV file, replacing one that is there. */
  public static void write(AudioClip clip, Path file) {
    Pending.yet("being written");
  }
}
