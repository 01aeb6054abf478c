package dev.emovox.inference.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.settings.SnakeCaseJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code package.json}. It has one written form only, and is sealed, so that a
 * change of any byte of it is found even by a reader who does not know the package's digest. Its
 * version says what it is the description of.
 */
public sealed interface PackageDescription permits BaselineDescription, Wav2Vec2Description {
  /** The name of the file. */
  String FILE = "package.json";

  /** What every description calls its format. */
  String FORMAT = "emovox-model-package";

  /** The largest description that is read. */
  int MAX_BYTES = 1 << 20;

  /** {@link #FORMAT}. */
  String format();

  /** Version of the document's form. */
  int version();

  /** Kind of the model as written in configuration. */
  String kind();

  /** The ordered classes. */
  LabelSet labels();

  /** The other files of the package, by name. */
  List<PackagedFile> files();

  /** How logits become calibrated probabilities; empty if the package has no calibration. */
  Optional<TemperatureScaling> calibration();

  /** Digest of this document with null in place of the seal. */
  Digest seal();

  /** The same description with another seal. */
  PackageDescription withSeal(Digest seal);

  /** The bytes of the file; the seal is put in. */
  default byte[] write() {
    SnakeCaseJson json = new SnakeCaseJson();
    Digest seal = Digest.of(json.writeIndented(withSeal(null)));
    return json.writeIndented(withSeal(seal));
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
    // Before the rest is read, which another version has other keys for.
    PackageDescription description = parse(content, form(content));
    if (!Arrays.equals(description.write(), content)) {
      throw refused("it was changed after it was sealed", null);
    }
    return description;
  }

  private static Class<? extends PackageDescription> form(byte[] content) {
    JsonNode document = parse(content, JsonNode.class);
    String format = document.path("format").asText();
    if (!format.equals(FORMAT)) {
      throw refused("its format is '" + format + "' instead of '" + FORMAT + "'", null);
    }
    JsonNode version = document.path("version");
    return switch (version.isInt() ? version.intValue() : 0) {
      case BaselineDescription.VERSION -> BaselineDescription.class;
      case Wav2Vec2Description.VERSION -> Wav2Vec2Description.class;
      default ->
          throw new InvalidInputException(
              "%s says that the model package has version %s, and this program reads versions %d and %d; use the program that wrote it, or train the model anew."
                  .formatted(
                      FILE, version, BaselineDescription.VERSION, Wav2Vec2Description.VERSION));
    };
  }

  private static <T> T parse(byte[] content, Class<T> type) {
    try {
      return new SnakeCaseJson().read(content, type);
    } catch (InvalidInputException e) {
      throw refused(e.getMessage(), e);
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
