package dev.emovox.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sounds for tests. */
final class Tones {
  private Tones() {}

  /** A sine. */
  static float[] sine(double hertz, int rate, int count, double amplitude) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** Samples as signed integers of {@code bytes} bytes. */
  static byte[] integers(float[] samples, int bytes, ByteOrder order) {
    byte[] packed = new byte[samples.length * bytes];
    for (int i = 0; i < samples.length; i++) {
      long value = Math.round(samples[i] * (Math.scalb(1.0, 8 * bytes - 1) - 1));
      for (int b = 0; b < bytes; b++) {
        int place = order == ByteOrder.LITTLE_ENDIAN ? b : bytes - 1 - b;
        packed[i * bytes + place] = (byte) (value >> (8 * b));
      }
    }
    return packed;
  }

  /** Samples as 32-bit floats. */
  static byte[] floats(float[] samples, ByteOrder order) {
    ByteBuffer packed = ByteBuffer.allocate(4 * samples.length).order(order);
    for (float sample : samples) {
      packed.putFloat(sample);
    }
    return packed.array();
  }

  /** A file of {@code src/test/resources}. */
  static byte[] resource(String name) {
    try (InputStream in = Tones.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
