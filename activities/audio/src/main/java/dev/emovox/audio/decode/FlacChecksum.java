package dev.emovox.audio.decode;

/** The two cyclic redundancy checks of FLAC: polynomials 0x07 (header) and 0x8005 (frame). */
final class FlacChecksum {
  private static final int[] HEADER = table(8, 0x07);
  private static final int[] FRAME = table(16, 0x8005);

  private FlacChecksum() {}

  /** Checksum of 8 bits over {@code bytes[from, to)}. */
  static int ofHeader(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum = HEADER[sum ^ (bytes[i] & 0xff)];
    }
    return sum;
  }

  /** Checksum of 16 bits over {@code bytes[from, to)}. */
  static int ofFrame(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum = ((sum << 8) & 0xffff) ^ FRAME[(sum >> 8) ^ (bytes[i] & 0xff)];
    }
    return sum;
  }

  private static int[] table(int width, int polynomial) {
    int[] table = new int[256];
    int top = 1 << (width - 1);
    for (int value = 0; value < 256; value++) {
      int sum = value << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & top) == 0 ? sum << 1 : (sum << 1) ^ polynomial;
      }
      table[value] = sum & ((1 << width) - 1);
    }
    return table;
  }
}
