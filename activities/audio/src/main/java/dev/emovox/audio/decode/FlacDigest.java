package dev.emovox.audio.decode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The MD5 of decoded samples as FLAC defines it: interleaved, signed, whole bytes, low first. */
final class FlacDigest {
  private final MessageDigest md5;
  private final int sampleBytes;
  private byte[] packed = new byte[0];

  FlacDigest(int bitsPerSample) {
    sampleBytes = (bitsPerSample + 7) / 8;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Adds a frame's samples. */
  void add(FlacFrames frame, int channels, int size) {
    int bytes = size * channels * sampleBytes;
    if (packed.length < bytes) {
      packed = new byte[bytes];
    }
    int at = 0;
    for (int i = 0; i < size; i++) {
      for (int channel = 0; channel < channels; channel++) {
        int sample = frame.channel(channel)[i];
        for (int shift = 0; shift < 8 * sampleBytes; shift += 8) {
          packed[at++] = (byte) (sample >> shift);
        }
      }
    }
    md5.update(packed, 0, bytes);
  }

  boolean matches(byte[] expected) {
    return MessageDigest.isEqual(md5.digest(), expected);
  }
}
