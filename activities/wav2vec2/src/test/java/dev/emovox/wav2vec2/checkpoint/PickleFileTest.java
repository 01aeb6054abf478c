package dev.emovox.wav2vec2.checkpoint;

import static dev.emovox.wav2vec2.testing.PickleText.assemble;
import static dev.emovox.wav2vec2.testing.PickleText.storage;
import static dev.emovox.wav2vec2.testing.PickleText.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.testing.StoredArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pickle says about its storages is checked against the storages that are there. */
class PickleFileTest {
  private static final String SIX = storage("FloatStorage", '0', 6);
  private static final String VECTOR = "K\\x00K\\x06\\x85K\\x01\\x85";
  private static final String OLD_BEGINNING =
      "\\x80\\x02\\x8a\\x0a\\x6c\\xfc\\x9c\\x46\\xf9\\x20\\x6a\\xa8\\x50\\x19.\\x80\\x02M\\xe9\\x03.";
  private static final String LITTLE = "\\x80\\x02}U\\x0dlittle_endian\\x88s.";
  private static final String KEYS = "\\x80\\x02]U\\x010a.";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("pytorch_model.bin");
  }

  @ParameterizedTest
  @CsvSource({
    // offset, sizes, strides: whole, part, columns, single, one number, broadcast size 1, empty
    "K\\x00K\\x06\\x85K\\x01\\x85,                      0 1 2 3 4 5",
    "K\\x02K\\x03\\x85K\\x01\\x85,                      2 3 4",
    "K\\x00K\\x03K\\x02\\x86K\\x01K\\x03\\x86,          0 3 1 4 2 5",
    "K\\x01K\\x03\\x85K\\x02\\x85,                      1 3 5",
    "K\\x05)),                                          5",
    "K\\x04K\\x01K\\x02\\x86K\\x63K\\x01\\x86,          4 5",
    "K\\x00K\\x02K\\x03\\x86K\\x00K\\x01\\x86,          0 1 2 0 1 2",
    "K\\x63K\\x00\\x85K\\x01\\x85,                      ''"
  })
  void viewsReadTheirElements(String view, String expected) throws IOException {
    archive(tensor(SIX, view), 6);
    try (PickleFile tensors = PickleFile.open(file)) {
      StringBuilder found = new StringBuilder();
      for (float value : Fixtures.floats(tensors.tensor("a"))) {
        found.append(found.isEmpty() ? "" : " ").append((int) value);
      }
      assertThat(found).hasToString(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "K\\x01K\\x06\\x85K\\x01\\x85",
    "K\\x00K\\x07\\x85K\\x01\\x85",
    "K\\x06))",
    "K\\x00K\\x04\\x85K\\x02\\x85",
    "K\\x00K\\x07\\x85K\\x00\\x85",
    "K\\x00K\\x03K\\x03\\x86K\\x00K\\x01\\x86",
    "K\\x00\\x8a\\x08\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f\\x85K\\x01\\x85",
    "\\x8a\\x08\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7fK\\x02\\x85K\\x01\\x85",
    "K\\x00K\\x02\\x85\\x8a\\x08\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f\\x85"
  })
  void viewsThatLeaveTheirStorageAreRefused(String view) throws IOException {
    archive(tensor(SIX, view), 6);
    assertRefused("tensor a does not lie within its storage of 6 elements");
  }

  @Test
  void storagesThatAreNotAsSaidAreRefused() throws IOException {
    archive(tensor(SIX, VECTOR), 5);
    assertRefused("the storage of tensor a has 20 bytes for 6 elements of 4 bytes");
    archive(tensor(SIX, VECTOR), 7);
    assertRefused("has 28 bytes for 6 elements");
    archive(tensor(storage("HalfStorage", '0', 6), VECTOR), 6);
    assertRefused("has 24 bytes for 6 elements of 2 bytes");
    archive(tensor(storage("FloatStorage", '1', 6), VECTOR), 6);
    assertRefused("the storage of tensor a is not in it");
  }

  @Test
  void archivesNeedOnePickleAndLittleEndianNumbers() throws IOException {
    byte[] pickle = assemble(tensor(SIX, VECTOR));
    Files.write(
        file, new StoredArchive().with("a/data.pkl", pickle).with("a/data/0", numbers(6)).bytes());
    PickleFile.open(file).close();
    Files.write(file, new StoredArchive().with("a/other", pickle).bytes());
    assertRefused("it has 0 entries data.pkl");
    Files.write(
        file, new StoredArchive().with("a/data.pkl", pickle).with("b/data.pkl", pickle).bytes());
    assertRefused("it has 2 entries data.pkl");
    byte[] big = "big".getBytes(StandardCharsets.US_ASCII);
    Files.write(
        file, new StoredArchive().with("a/data.pkl", pickle).with("a/byteorder", big).bytes());
    assertRefused("its numbers are not little-endian");
  }

  @Test
  void theOldFormIsCheckedInItsTurn() throws IOException {
    old(OLD_BEGINNING + LITTLE + tensor(SIX, VECTOR) + KEYS + "\\x06" + "\\x00".repeat(7), 6);
    PickleFile.open(file).close();
    old(OLD_BEGINNING + LITTLE + tensor(SIX, VECTOR) + KEYS + "\\x06" + "\\x00".repeat(7), 5);
    assertRefused("cut off in storage 0");
    old(OLD_BEGINNING + LITTLE + tensor(SIX, VECTOR) + KEYS + "\\x06" + "\\x00".repeat(7), 7);
    assertRefused("something is left over behind its storages");
    old(OLD_BEGINNING + LITTLE + tensor(SIX, VECTOR) + KEYS + "\\x05" + "\\x00".repeat(7), 6);
    assertRefused("storage 0 is not as long as its tensors say");
    old(OLD_BEGINNING + LITTLE + tensor(SIX, VECTOR) + "\\x80\\x02].", 6);
    assertRefused("list of storages is not that of its tensors");
    old(OLD_BEGINNING + LITTLE.replace("\\x88", "\\x89") + tensor(SIX, VECTOR), 6);
    assertRefused("its numbers are not little-endian");
    old(OLD_BEGINNING + "\\x80\\x02}.", 6);
    assertRefused("its numbers are not little-endian");
    old("\\x80\\x02K\\x01.", 6);
    assertRefused("lacks PyTorch's magic number");
  }

  @Test
  void whatIsNeitherFormIsSaid() throws IOException {
    Files.write(file, new byte[600]);
    assertRefused("neither like a zip archive nor like a pickle");
    Files.write(file, new byte[0]);
    assertRefused("neither like a zip archive nor like a pickle");
  }

  private void archive(String pickle, int elements) throws IOException {
    Files.write(
        file,
        new StoredArchive()
            .with("archive/data.pkl", assemble(pickle))
            .with("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII))
            .with("archive/data/0", numbers(elements))
            .bytes());
  }

  private void old(String pickles, int elements) throws IOException {
    byte[] beginning = assemble(pickles);
    byte[] numbers = numbers(elements);
    ByteBuffer all = ByteBuffer.allocate(beginning.length + numbers.length);
    Files.write(file, all.put(beginning).put(numbers).array());
  }

  private static byte[] numbers(int count) {
    ByteBuffer numbers = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      numbers.putFloat(i);
    }
    return numbers.array();
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> PickleFile.open(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(file.toString(), message);
  }
}
