package dev.emovox.wav2vec2.checkpoint.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.testing.StoredArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredZipTest {
  private static final int CENTRAL = 0x02014b50;

  @TempDir private Path folder;

  @Test
  void findsContents() throws IOException {
    byte[] archive = stored("a/one", "first", "a/two", "");
    try (MappedFile file = file(archive)) {
      StoredZip zip = StoredZip.read(file);
      assertThat(zip.entries()).extracting(StoredZip.Entry::name).containsExactly("a/one", "a/two");
      StoredZip.Entry one = zip.entry("a/one");
      assertThat(StandardCharsets.UTF_8.decode(file.slice(one.offset(), one.length())).toString())
          .isEqualTo("first");
      assertThat(zip.entry("a/two").length()).isZero();
      assertThat(zip.entry("a/three")).isNull();
    }
  }

  @Test
  void compressedEntriesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("a/data.pkl"));
      out.write(new byte[1 << 20]);
    }
    assertRefused(bytes.toByteArray(), "a/data.pkl is compressed");
  }

  @Test
  void namesThatLeadElsewhereAreRefused() throws IOException {
    for (String name : List.of("/etc/passwd", "../x", "a/../../x", "C:x", "a\\x", "a\u0007")) {
      assertRefused(stored(name, ""), "name is no plain path");
    }
  }

  @Test
  void entriesThatLieAreRefused() throws IOException {
    byte[] archive = stored("a", "12345678", "b", "12345678");
    assertRefused(changed(archive, 8, 1), "a is compressed or encrypted");
    assertRefused(changed(archive, 24, 7), "another size inside than outside");
    assertRefused(changed(archive, 20, 1 << 30, 24, 1 << 30), "a goes beyond the archive");
    assertRefused(changed(archive, 20, 40, 24, 40), "overlap at b");
    assertRefused(changed(archive, 42, 1), "a is not where the directory says");
    assertRefused(changed(archive, 42, 39), "a has another name at its place");
    assertRefused(changed(archive, 42, 1 << 30), "beyond its end");
    assertRefused(changed(archive, 42, -1), "sizes of entry a are not told");
    assertRefused(changed(archive, 28, 0xffff), "cut off");
    assertRefused(changed(archive, 0, 0), "fewer entries than it says");
  }

  @Test
  void entriesOfOneNameAreRefused() throws IOException {
    byte[] archive = stored("a", "1", "b", "2");
    for (int i = 0; i < archive.length; i++) {
      archive[i] = archive[i] == 'b' ? (byte) 'a' : archive[i];
    }
    assertRefused(archive, "two entries a");
  }

  @Test
  void directoriesThatAreNoneAreRefused() throws IOException {
    assertRefused(new byte[0], "no directory at its end");
    assertRefused(new byte[100], "no directory at its end");
    byte[] archive = stored("a", "1");
    assertRefused(ended(archive, 10, (short) 7), "fewer entries than it says");
    assertRefused(ended(archive, 10, (short) 0), "longer than its entries");
    assertRefused(ended(archive, 14, (short) 0x7fff), "more than 20000 entries");
    assertRefused(ended(archive, 18, (short) 0x7fff), "beyond its end");
  }

  /** Sets 32-bit fields of the first entry of the directory, which begins with its signature. */
  private static byte[] changed(byte[] archive, int... fieldsAndValues) {
    ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int central = 0;
    while (bytes.getInt(central) != CENTRAL) {
      central++;
    }
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      int at = central + fieldsAndValues[i];
      if (fieldsAndValues[i] == 8 || fieldsAndValues[i] == 28) {
        bytes.putShort(at, (short) fieldsAndValues[i + 1]);
      } else {
        bytes.putInt(at, fieldsAndValues[i + 1]);
      }
    }
    return bytes.array();
  }

  /** Sets a 16-bit field of the end record, which is the last 22 bytes. */
  private static byte[] ended(byte[] archive, int field, short value) {
    return ByteBuffer.wrap(archive.clone())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(archive.length - 22 + field, value)
        .array();
  }

  private static byte[] stored(String... namesAndContents) {
    StoredArchive archive = new StoredArchive();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      archive.with(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return archive.bytes();
  }

  private MappedFile file(byte[] content) throws IOException {
    return MappedFile.open(Files.write(folder.resolve("archive"), content));
  }

  private void assertRefused(byte[] archive, String message) throws IOException {
    try (MappedFile file = file(archive)) {
      assertThatThrownBy(() -> StoredZip.read(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContainingAll(file.path().toString(), message);
    }
  }
}
