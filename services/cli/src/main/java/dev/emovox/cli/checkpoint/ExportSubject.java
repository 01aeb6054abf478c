package dev.emovox.cli.checkpoint;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;

/** What is to be exported. */
public sealed interface ExportSubject {

  /** A version of the registry. */
  record Version(String number) implements ExportSubject {}

  /** An imported checkpoint. */
  record Imported(Digest digest) implements ExportSubject {}

  /**
   * Reads what a user wrote.
   *
   * @throws InvalidInputException if it is neither a version nor a digest
   */
  static ExportSubject parse(String text) {
    if (text.matches("[1-9][0-9]{0,8}")) {
      return new Version(text);
    }
    if (text.matches("sha256:[0-9a-f]{64}")) {
      return new Imported(Digest.parse(text));
    }
    throw new InvalidInputException(
        "'%s' is neither a version, as `./emovox models` lists them, nor the digest of an imported checkpoint, sha256: and 64 digits, as `./emovox model import` prints it."
            .formatted(text));
  }
}
