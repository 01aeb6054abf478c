package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;

/**
 * What a file of a package must be.
 *
 * @param name its name in the package
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
record PackagedFile(String name, Digest digest, long bytes) {

  static PackagedFile of(String name, byte[] content) {
    return new PackagedFile(name, Digest.of(content), content.length);
  }

  /** Refuses content that is not the file's. */
  void verify(byte[] content) {
    PackagedFile actual = of(name, content);
    if (!actual.equals(this)) {
      throw new InvalidInputException(
          "File %s of the model package has changed: it should have %d bytes and %s, and has %d bytes and %s. Get the package again from where it was made."
              .formatted(name, bytes, digest, actual.bytes, actual.digest));
    }
  }
}
