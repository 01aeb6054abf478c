package dev.emovox.adapters.waveforms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A waveform's form on disk, little-endian: four letters, the number of samples, CRC-32C of the
 * samples, then the samples as IEEE 754 binary32. They are kept in the precision in which they were
 * computed, so that a clip has the same bits whether it was just decoded or kept; 16 bits would
 * take half the room and change what networks hear.
 */
final class WaveformFile {
  private static final int LETTERS = 0x57564d45; // "EMVW"
  private static final int HEADER = 16;

  private WaveformFile() {}

  static byte[] write(float[] waveform) {
    byte[] content = new byte[HEADER + Float.BYTES * waveform.length];
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    file.position(HEADER);
    file.asFloatBuffer().put(waveform);
    file.putInt(0, LETTERS).putInt(4, waveform.length).putLong(8, checksum(content));
    return content;
  }

  /** The waveform; nothing if the file is damaged. */
  static Optional<float[]> read(byte[] content) {
    if (content.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    boolean whole =
        file.getInt(0) == LETTERS
            && content.length - HEADER == (long) Float.BYTES * file.getInt(4)
            && file.getLong(8) == checksum(content);
    if (!whole) {
      return Optional.empty();
    }
    FloatBuffer samples = file.position(HEADER).asFloatBuffer();
    float[] waveform = new float[samples.remaining()];
    samples.get(waveform);
    return Optional.of(waveform);
  }

  private static long checksum(byte[] file) {
    CRC32C checksum = new CRC32C();
    checksum.update(file, HEADER, file.length - HEADER);
    return checksum.getValue();
  }
}
