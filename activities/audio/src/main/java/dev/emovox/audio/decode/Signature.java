package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/** The characters by which a file or a part of it says what it is. */
final class Signature {
  private Signature() {}

  /** Whether the characters (one byte each) stand at {@code offset}. */
  static boolean isAt(ByteBuffer bytes, int offset, String characters) {
    if (offset < 0 || offset + characters.length() > bytes.limit()) {
      return false;
    }
    for (int i = 0; i < characters.length(); i++) {
      if ((bytes.get(offset + i) & 0xff) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The four characters at {@code offset}; those that can't be printed become question marks. */
  static String fourAt(ByteBuffer bytes, int offset) {
    StringBuilder text = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      int character = bytes.get(offset + i) & 0xff;
      text.append(character >= 0x20 && character < 0x7f ? (char) character : '?');
    }
    return text.toString();
  }
}
