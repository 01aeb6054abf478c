package dev.emovox.cli.experiment;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.StrictYaml;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files and folders that an experiment names: looked for beside its own file first, then where
 * the user is, who may have named them on the command line.
 *
 * @param folder where the experiment's file lies
 */
record NamedFiles(Path folder) {
  private static final String DIGEST = "sha256:";

  /** An architecture that was read and understood. */
  record Architecture(String text, Wav2Vec2Config config) {}

  /**
   * The architecture in a file.
   *
   * @throws InvalidInputException if the file can't be read or describes no network
   */
  Architecture architecture(String written) {
    Path file = find(written);
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "There is no %s beside the experiment in %s, nor where you are."
              .formatted(written, folder));
    }
    String text = new StrictYaml().text(file);
    return new Architecture(
        text, Wav2Vec2Config.parse(text.getBytes(StandardCharsets.UTF_8), file.toString()));
  }

  /**
   * The digest, where a checkpoint is named by one because it is stored already.
   *
   * @throws InvalidInputException if it begins as one and goes on otherwise
   */
  Optional<Digest> digest(String written) {
    if (!written.startsWith(DIGEST)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Digest.parse(written));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "'%s' is no digest: it has sha256: and 64 digits.".formatted(written), e);
    }
  }

  /**
   * Where a checkpoint is to be had that is named otherwise.
   *
   * @throws InvalidInputException if it is no folder, no address and no name
   */
  ImportSource source(String written) {
    Path beside = find(written);
    return ImportSource.parse(Files.isDirectory(beside) ? beside.toString() : written, null);
  }

  private Path find(String written) {
    try {
      Path beside = folder.resolve(written).normalize();
      return Files.exists(beside) ? beside : Path.of(written);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'%s' is not a file name.".formatted(written), e);
    }
  }
}
