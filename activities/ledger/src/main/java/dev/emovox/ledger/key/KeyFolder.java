package dev.emovox.ledger.key;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with the private keys of one user, each in a file {@code KEY_ID.pem} that nobody else
 * can read. Several may lie there: which of them signs is said by the ledger.
 *
 * @param folder need not be there yet
 */
public record KeyFolder(Path folder) {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.pem");
  private static final long LARGEST = 1 << 14;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER_OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /** The ids of the keys that lie here, sorted. */
  public List<Digest> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .flatMap(name -> name.matches() ? Stream.of(new Digest(name.group(1))) : Stream.empty())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unusable("can't be listed", e);
    }
  }

  /** Whether the key of that id lies here. */
  public boolean holds(Digest id) {
    return Files.isRegularFile(file(id));
  }

  /** Where the key of that id lies, or would. */
  public Path file(Digest id) {
    return folder.resolve(id.hex() + ".pem");
  }

  /**
   * The key of that id.
   *
   * @throws InvalidInputException if it does not lie here, can be read by others, or is no such key
   */
  public SigningKey key(Digest id) {
    Path file = file(id);
    if (!holds(id)) {
      throw new InvalidInputException(
          "The ledger's key in force is %s, and its private half is not on this machine (%s). Copy that file from the machine that has it, or decide there."
              .formatted(id, file));
    }
    requirePrivate(file);
    SigningKey key = read(file);
    if (!key.verificationKey().id().equals(id)) {
      throw refused(file, "it holds the key " + key.verificationKey().id());
    }
    return key;
  }

  /** Makes a key and its file. */
  public SigningKey create() {
    SigningKey key = SigningKey.generate();
    Path file = file(key.verificationKey().id());
    try {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER_OWNER_ONLY));
      }
      // Private from its first byte on, and whole under its name or not there.
      Path fresh =
          Files.createTempFile(
              folder, "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.writeString(fresh, PemKey.write(key));
      Files.move(fresh, file);
      return key;
    } catch (IOException e) {
      throw unusable("can't take a new key", e);
    }
  }

  private static SigningKey read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw refused(file, "it is far too large");
      }
      return PemKey.read(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidInputException("The key file %s can't be read.".formatted(file), e);
    } catch (InvalidInputException e) {
      throw refused(file, e.getMessage());
    }
  }

  private static void requirePrivate(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(permissions)) {
        throw refused(
            file,
            "others may use it (%s); `chmod 600` it, and rotate it if someone might have read it"
                .formatted(PosixFilePermissions.toString(permissions).toLowerCase(Locale.ROOT)));
      }
    } catch (IOException e) {
      throw new InvalidInputException("The key file %s can't be read.".formatted(file), e);
    }
  }

  private static InvalidInputException refused(Path file, String why) {
    String reason =
        why.startsWith("The key file") ? why : "The key file %s: %s.".formatted(file, why);
    return new InvalidInputException(reason);
  }

  private InvalidInputException unusable(String why, IOException e) {
    return new InvalidInputException(
        "The folder of the ledger's keys, %s, %s: %s.".formatted(folder, why, e), e);
  }
}
