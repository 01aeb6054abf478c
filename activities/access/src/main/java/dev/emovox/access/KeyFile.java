package dev.emovox.access;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The file with what is kept of the keys. It holds no secret, but whoever can change it can let
 * himself in: it is refused if others than its owner may write to it.
 *
 * @param path need not be there yet
 */
public record KeyFile(Path path) {
  /** The version of the file's form. */
  private static final int FORM = 1;

  private static final int LARGEST = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  /** Whether it is there. */
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * The keys in it.
   *
   * @throws InvalidInputException if it is not there, can't be read, is no such file, or others may
   *     write to it
   */
  public KeyRing read() {
    try {
      if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS_WRITE::contains)) {
        throw new InvalidInputException("others may write to it; `chmod 600` it");
      }
      Content content = JSON.read(bytes(), Content.class);
      if (content.form() != FORM || isIncomplete(content.keys())) {
        throw new InvalidInputException("it is not of form %d".formatted(FORM));
      }
      return new KeyRing(content.keys());
    } catch (IOException | InvalidInputException e) {
      throw new InvalidInputException(
          "The file with the keys of the service, %s, can't be used: %s. `./emovox serving-key create` makes one."
              .formatted(path, e instanceof IOException ? e.toString() : e.getMessage()),
          e);
    }
  }

  /** Replaces all of it at once; only its owner can read it afterwards. */
  public void write(List<ApiKey> keys) {
    try {
      Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
      Path fresh =
          Files.createTempFile(
              folder, "keys", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.write(fresh, JSON.writeIndented(new Content(FORM, keys)));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The file with the keys of the service, %s, can't be written: %s.".formatted(path, e), e);
    }
  }

  private static boolean isIncomplete(List<ApiKey> keys) {
    return keys == null || keys.stream().anyMatch(Objects::isNull);
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InvalidInputException("it is far too large");
      }
      return bytes;
    }
  }

  /**
   * What is written.
   *
   * @param form version of the form
   * @param keys the oldest first
   */
  record Content(int form, List<ApiKey> keys) {}
}
