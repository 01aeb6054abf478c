package dev.emovox.serving.security.audit;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that lines are added to. When it would grow beyond its size it becomes {@code NAME.1},
 * what was that {@code NAME.2}, and so on; the oldest is deleted. Not safe for use by several
 * threads.
 */
final class RotatedFile {
  private final Path path;
  private final long largest;
  private final int old;
  private long size;

  /**
   * The file, which is made if it is not there; only its owner can read it.
   *
   * @param largest bytes of one file
   * @param old files that are kept beside it
   * @throws InvalidInputException if it can't be written
   */
  RotatedFile(Path path, long largest, int old) {
    this.path = path.toAbsolutePath();
    this.largest = largest;
    this.old = old;
    try {
      make();
      size = Files.size(this.path);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The audit log %s (EMOVOX_SERVING_AUDIT_LOG) can't be written: %s.".formatted(path, e),
          e);
    }
  }

  void add(byte[] line) throws IOException {
    if (size > 0 && size + line.length > largest) {
      rotate();
    }
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
      out.write(line);
    }
    size += line.length;
  }

  private void rotate() throws IOException {
    for (int number = old; number > 0; number--) {
      Path older = number == 1 ? path : numbered(number - 1);
      if (Files.exists(older)) {
        Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(path);
    make();
    size = 0;
  }

  private void make() throws IOException {
    Files.createDirectories(path.getParent());
    if (!Files.exists(path)) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else if (!Files.isWritable(path)) {
      throw new IOException("not writable");
    }
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }
}
