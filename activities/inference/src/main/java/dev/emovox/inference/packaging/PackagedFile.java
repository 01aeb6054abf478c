package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.util.Objects;

/**
 * What a file of a package must be.
 *
 * @param name its name in the package
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
public record PackagedFile(String name, Digest digest, long bytes) {

  public PackagedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
  }

  /** The record of a file with this content. */
  public static PackagedFile of(String name, byte[] content) {
    return new PackagedFile(name, Digest.of(content), content.length);
  }

  /**
   * Refuses content that is not the file's.
   *
   * @throws InvalidInputException if size or digest differ
   */
  public void verify(byte[] content) {
    verify(of(name, content));
  }

  /**
   * Refuses a file that is not this one.
   *
   * @param actual what was found
   * @throws InvalidInputException if size or digest differ
   */
  public void verify(PackagedFile actual) {
    if (!actual.equals(this)) {
      throw new InvalidInputException(
          "File %s of the model package has changed: it should have %d bytes and %s, and has %d bytes and %s. Get the package again from where it was made."
              .formatted(name, bytes, digest, actual.bytes, actual.digest));
    }
  }
}
