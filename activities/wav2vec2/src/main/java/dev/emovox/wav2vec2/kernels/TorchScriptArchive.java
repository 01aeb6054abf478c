package dev.emovox.wav2vec2.kernels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what {@code torch.jit.load} reads, for a module without parameters: a ZIP archive of
 * stored entries with the source text and, pickled, one instance of its class.
 */
final class TorchScriptArchive {
  /** File format 3: the oldest that knows every operator used here. */
  private static final String FORMAT = "3\n";

  private static final String ROOT = "kernels/";

  private TorchScriptArchive() {}

  static byte[] of(String module, String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      store(archive, "data.pkl", instance(module));
      store(archive, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      store(archive, "constants.pkl", pickle("\u0080\u0002)."));
      store(archive, "version", pickle(FORMAT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Pickle, protocol 2: the class by name, made of an empty tuple, its state a dictionary that says
   * that it is in training mode.
   */
  private static byte[] instance(String module) {
    return pickle(
        "\u0080\u0002c__torch__\n"
            + module
            + "\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0088ub.");
  }

  private static byte[] pickle(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** libtorch maps entries into memory, so they are not compressed. */
  private static void store(ZipOutputStream archive, String name, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setCrc(checksum.getValue());
    entry.setTime(0);
    archive.putNextEntry(entry);
    archive.write(content);
    archive.closeEntry();
  }
}
