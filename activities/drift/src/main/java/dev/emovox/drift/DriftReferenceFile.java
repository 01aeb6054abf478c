package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;

/** A reference as the JSON file of a model package. Equal references give equal bytes. */
public final class DriftReferenceFile {
  /** Its name in a package. */
  public static final String NAME = "drift_reference.json";

  /** The largest file that is read. */
  public static final int MAX_BYTES = 1 << 16;

  private DriftReferenceFile() {}

  /** The bytes of the file. */
  public static byte[] write(DriftReference reference) {
    return new SnakeCaseJson().write(reference);
  }

  /**
   * Reads the file.
   *
   * @throws InvalidInputException if it is too large or no such reference
   */
  public static DriftReference read(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new InvalidInputException(
          "%s of the model package has %d bytes, more than %d; get the package again from where it was made."
              .formatted(NAME, content.length, MAX_BYTES));
    }
    try {
      DriftReference reference = new SnakeCaseJson().read(content, DriftReference.class);
      if (reference == null) {
        throw new InvalidInputException("There is nothing in it.");
      }
      return reference;
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "%s of the model package can't be used: %s Get the package again from where it was made."
              .formatted(NAME, e.getMessage()),
          e);
    }
  }
}
