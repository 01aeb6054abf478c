package dev.emovox.audio;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes clips as WAV files of one channel and 16 bits. */
public final class WavWriter {
  private static final int HEADER_BYTES = 44;
  private static final int FORMAT_BYTES = 16;
  private static final short PCM = 1;
  private static final short SAMPLE_BYTES = 2;

  private WavWriter() {}

  /**
   * The bytes of a WAV file. Amplitudes are rounded to the nearest of 16 bits, those beyond full
   * scale are clipped.
   *
   * @param clip any rate, less than 2^30 samples
   */
  public static byte[] encode(AudioClip clip) {
    int dataBytes = Math.multiplyExact(clip.samples().length, SAMPLE_BYTES);
    ByteBuffer wav =
        ByteBuffer.allocate(Math.addExact(HEADER_BYTES, dataBytes)).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(FORMAT_BYTES).putShort(PCM).putShort((short) 1);
    wav.putInt(clip.sampleRate()).putInt(clip.sampleRate() * SAMPLE_BYTES);
    wav.putShort(SAMPLE_BYTES).putShort((short) (8 * SAMPLE_BYTES));
    wav.put(ascii("data")).putInt(dataBytes);
    for (float sample : clip.samples()) {
      int scaled = Math.round(sample * 32_768f);
      wav.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled)));
    }
    return wav.array();
  }

  /**
   * Writes a WAV file, replacing one that is there.
   *
   * @throws WorkFailedException if the file can't be written
   */
  public static void write(AudioClip clip, Path file) {
    try {
      Files.write(file, encode(clip));
    } catch (IOException e) {
      throw new WorkFailedException(
          "Can't write %s: %s. Check the folder and the free space".formatted(file, e), e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
