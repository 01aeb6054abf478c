package dev.emovox.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.settings.SnakeCaseJson;
import java.util.Arrays;
import java.util.List;

/**
 * The content of {@code package.json}. It has one written form only, and is sealed, so that a
 * change of any byte of it is found even by a reader who does not know the package's digest.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param kind kind of the model as written in configuration
 * @param labels the ordered classes
 * @param files the other files
 * @param provenance what the model was made from
 * @param seal digest of this document with null in place of the seal
 */
record PackageDescription(
    String format,
    int version,
    String kind,
    LabelSet labels,
    List<PackagedFile> files,
    Provenance provenance,
    Digest seal) {
  static final String FILE = "package.json";
  static final String FORMAT = "emovox-model-package";
  static final int VERSION = 1;
  static final int MAX_BYTES = 1 << 20;

  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  /** The bytes of the file; the seal is put in. */
  byte[] write() {
    Digest seal = Digest.of(JSON.writeIndented(sealed(null)));
    return JSON.writeIndented(sealed(seal));
  }

  private PackageDescription sealed(Digest newSeal) {
    return new PackageDescription(format, version, kind, labels, files, provenance, newSeal);
  }

  /**
   * Reads and verifies the file.
   *
   * @throws InvalidInputException if it is of another format or version, or not exactly what {@link
   *     #write} writes
   */
  static PackageDescription read(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw refused("it has " + content.length + " bytes, more than " + MAX_BYTES, null);
    }
    verifyVersion(content);
    PackageDescription description = parse(content, PackageDescription.class);
    description.verifyComplete();
    if (!Arrays.equals(description.write(), content)) {
      throw refused("it was changed after it was sealed", null);
    }
    return description;
  }

  /** Before the rest is read, which another version may have other keys for. */
  private static void verifyVersion(byte[] content) {
    JsonNode document = parse(content, JsonNode.class);
    String format = document.path("format").asText();
    if (!format.equals(FORMAT)) {
      throw refused("its format is '" + format + "' instead of '" + FORMAT + "'", null);
    }
    JsonNode version = document.path("version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new InvalidInputException(
          "The model package has version %s and this program reads version %d; use the program that wrote it, or train the model anew."
              .formatted(version, VERSION));
    }
  }

  private static <T> T parse(byte[] content, Class<T> type) {
    try {
      return JSON.read(content, type);
    } catch (InvalidInputException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private void verifyComplete() {
    if (kind == null || labels == null || files == null || files.contains(null)) {
      throw refused("kind, labels or files are missing", null);
    }
    if (provenance == null) {
      throw refused("provenance is missing", null);
    }
  }

  private static InvalidInputException refused(String why, Exception cause) {
    return new InvalidInputException(
        FILE
            + " is not that of a model package: "
            + why
            + ". Get the package again from where it was made.",
        cause);
  }
}
