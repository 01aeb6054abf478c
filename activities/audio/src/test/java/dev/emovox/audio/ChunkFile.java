package dev.emovox.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds RIFF and IFF files, right or wrong, chunk by chunk. */
@SuppressWarnings("ByteBufferBackingArray") // every buffer here is allocated and full
final class ChunkFile {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final String form;
  private final String type;
  private final ByteOrder order;

  private ChunkFile(String form, String type, ByteOrder order) {
    this.form = form;
    this.type = type;
    this.order = order;
  }

  static ChunkFile wav() {
    return new ChunkFile("RIFF", "WAVE", ByteOrder.LITTLE_ENDIAN);
  }

  static ChunkFile aiff(String type) {
    return new ChunkFile("FORM", type, ByteOrder.BIG_ENDIAN);
  }

  ChunkFile chunk(String id, byte[] content) {
    return chunk(id, content.length, content);
  }

  /** A chunk whose header says another size than it has. */
  ChunkFile chunk(String id, long announced, byte[] content) {
    body.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
    body.writeBytes(buffer(4).putInt((int) announced).array());
    body.writeBytes(content);
    if (content.length % 2 == 1) {
      body.write(0);
    }
    return this;
  }

  /** A WAV {@code fmt } chunk whose sizes agree. */
  ChunkFile format(int codec, int channels, int rate, int bits) {
    return format(codec, channels, rate, bits, channels * ((bits + 7) / 8));
  }

  ChunkFile format(int codec, int channels, int rate, int bits, int blockAlign) {
    ByteBuffer fmt = buffer(16).putShort((short) codec).putShort((short) channels).putInt(rate);
    fmt.putInt(rate * blockAlign).putShort((short) blockAlign).putShort((short) bits);
    return chunk("fmt ", fmt.array());
  }

  /** An AIFF {@code COMM} chunk for 16 kHz; {@code codec} null for plain AIFF. */
  ChunkFile common(int channels, long frames, int bits, String codec) {
    ByteBuffer comm = buffer(codec == null ? 18 : 24);
    comm.putShort((short) channels).putInt((int) frames).putShort((short) bits);
    comm.putShort((short) 0x400c).putLong(0xfa00_0000_0000_0000L);
    if (codec != null) {
      comm.put(codec.getBytes(StandardCharsets.ISO_8859_1));
    }
    return chunk("COMM", comm.array());
  }

  /** An AIFF {@code SSND} chunk. */
  ChunkFile sound(byte[] samples) {
    return chunk("SSND", buffer(8 + samples.length).putInt(0).putInt(0).put(samples).array());
  }

  byte[] bytes() {
    byte[] header = form.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file = buffer(12 + body.size()).put(header).putInt(4 + body.size());
    return file.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(body.toByteArray()).array();
  }

  private ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(order);
  }
}
