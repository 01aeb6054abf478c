package dev.emovox.serving.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Bare samples as the bytes of a WAV file of 32-bit floats, which keeps them exactly. So they pass
 * the same decoder, limits and checks as a file, and their digest is that of a file that can be
 * made and sent.
 */
public final class FloatWave {
  private static final int HEADER_BYTES = 44;
  private static final int FORMAT_BYTES = 16;
  private static final short IEEE_FLOAT = 3;

  private FloatWave() {}

  /**
   * One channel as a file.
   *
   * @param samples nominally between -1 and 1; fewer than 2^28
   * @param sampleRate hertz
   */
  public static byte[] encode(float[] samples, int sampleRate) {
    int data = Math.multiplyExact(samples.length, Float.BYTES);
    ByteBuffer wave =
        ByteBuffer.allocate(Math.addExact(HEADER_BYTES, data)).order(ByteOrder.LITTLE_ENDIAN);
    wave.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data).put(ascii("WAVE"));
    wave.put(ascii("fmt ")).putInt(FORMAT_BYTES).putShort(IEEE_FLOAT).putShort((short) 1);
    wave.putInt(sampleRate).putInt(sampleRate * Float.BYTES);
    wave.putShort((short) Float.BYTES).putShort((short) Float.SIZE);
    wave.put(ascii("data")).putInt(data);
    wave.asFloatBuffer().put(samples);
    return wave.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
