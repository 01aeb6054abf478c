package dev.emovox.local.home;

import dev.emovox.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The random secrets of a home, each in a file that only this user can read.
 *
 * @param home must have been created
 */
public record HomeSecrets(Home home) {
  private static final int BYTES = 20;
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  /** The secret of the local S3 account; made on first use. */
  public Secret s3SecretKey() {
    return read(s3SecretKeyFile());
  }

  /** Where {@link #s3SecretKey()} lies. */
  public Path s3SecretKeyFile() {
    return home.secrets().resolve("s3-secret-key");
  }

  private static Secret read(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the secret " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path fresh =
        Files.createTempFile(
            file.getParent(), "secret", ".new", PosixFilePermissions.asFileAttribute(PRIVATE));
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.createLink(file, fresh); // whole or not at all, and never over another one's
    } catch (FileAlreadyExistsException e) {
      return; // another process was faster
    } finally {
      Files.delete(fresh);
    }
  }
}
