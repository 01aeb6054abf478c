package dev.emovox.wav2vec2.testing;

import java.io.ByteArrayOutputStream;

/** Pickles written by hand: {@code \xNN} is a byte, {@code \n} a line feed, all else itself. */
public final class PickleText {
  private PickleText() {}

  /** The bytes that a text stands for. */
  public static byte[] assemble(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\x", i)) {
        out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else if (text.startsWith("\\n", i)) {
        out.write('\n');
        i++;
      } else {
        out.write(text.charAt(i));
      }
    }
    return out.toByteArray();
  }

  /** A storage of 32-bit numbers; {@code elements} below 256. */
  public static String storage(String type, char key, int elements) {
    return "(X\\x07\\x00\\x00\\x00storagectorch\\n%s\\nX\\x01\\x00\\x00\\x00%sX\\x03\\x00\\x00\\x00cpuK\\x%02xtQ"
        .formatted(type, key, elements);
  }

  /** A dictionary with one tensor, {@code view} being its offset, sizes and strides. */
  public static String tensor(String storage, String view) {
    return "\\x80\\x02}U\\x01actorch._utils\\n_rebuild_tensor\\n(" + storage + view + "tRs.";
  }
}
