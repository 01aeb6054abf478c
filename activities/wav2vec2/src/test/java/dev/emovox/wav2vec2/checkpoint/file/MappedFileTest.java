package dev.emovox.wav2vec2.checkpoint.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest {
  private static final long GIBIBYTE = 1L << 30;

  @TempDir private Path folder;

  @Test
  void slicesReachAnywhereInALargeFile() throws IOException {
    Path path = folder.resolve("large");
    long[] places = {0, GIBIBYTE - 1, GIBIBYTE, 2 * GIBIBYTE - 1, 2 * GIBIBYTE, 5 * GIBIBYTE - 1};
    try (var channel =
        Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < places.length; i++) { // sparse: takes a few pages
        channel.position(places[i]).write(ByteBuffer.wrap(new byte[] {(byte) (i + 1)}));
      }
    }
    try (MappedFile file = MappedFile.open(path)) {
      assertThat(file.size()).isEqualTo(5 * GIBIBYTE);
      for (int i = 0; i < places.length; i++) {
        assertThat(file.slice(places[i], 1).get(0)).isEqualTo((byte) (i + 1));
      }
      ByteBuffer across = file.slice(GIBIBYTE + 7, GIBIBYTE);
      assertThat(across.get((int) GIBIBYTE - 8)).isEqualTo((byte) 4);
      assertThat(across.get((int) GIBIBYTE - 7)).isEqualTo((byte) 5);
    }
  }

  @Test
  void slicesStayInside() throws IOException {
    try (MappedFile file = MappedFile.open(Files.write(folder.resolve("four"), new byte[4]))) {
      assertThat(file.slice(4, 0).remaining()).isZero();
      long[][] outside = {
        {0, 5}, {5, 0}, {-1, 1}, {0, -1}, {Long.MAX_VALUE, 1}, {1, Long.MAX_VALUE}
      };
      for (long[] slice : outside) {
        assertThatThrownBy(() -> file.slice(slice[0], slice[1]))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
      assertThat(file.slice(0, 4).isReadOnly()).isTrue();
    }
  }

  @Test
  void readingCopiesAPartAndStaysInside() throws IOException {
    Path path = Files.write(folder.resolve("read"), new byte[] {1, 2, 3, 4});
    try (MappedFile file = MappedFile.open(path)) {
      ByteBuffer target = ByteBuffer.allocate(2);
      file.read(1, target);
      assertThat(target.array()).containsExactly(2, 3);
      assertThatThrownBy(() -> file.read(3, ByteBuffer.allocate(2)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> file.read(-1, ByteBuffer.allocate(2)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      Files.write(path, new byte[] {1, 2});
      assertThatThrownBy(() -> file.read(1, ByteBuffer.allocate(2)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("shorter");
    }
  }

  @Test
  void digestIsOfAllBytes() throws IOException {
    byte[] content = new byte[(1 << 20) + 17];
    content[content.length - 1] = 1;
    Path path = Files.write(folder.resolve("odd"), content);
    try (MappedFile file = MappedFile.open(path)) {
      assertThat(file.digest()).isEqualTo(Digest.of(content));
    }
    try (MappedFile empty = MappedFile.open(Files.createFile(folder.resolve("empty")))) {
      assertThat(empty.digest()).isEqualTo(Digest.of(new byte[0]));
    }
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertThatThrownBy(() -> MappedFile.open(folder).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> MappedFile.open(folder.resolve("none")).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("There is no file");
  }
}
