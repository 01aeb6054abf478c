package dev.emovox.cli.lineage;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for an answer.
 *
 * @param path replaced if it is there; its folder must be
 */
public record LineageFile(Path path) {

  /**
   * Writes it.
   *
   * @throws InvalidInputException if that can't be done
   */
  public void write(byte[] content) {
    try {
      Files.write(path, content);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The file %s can't be written (%s). Name another with --out.".formatted(path, e), e);
    }
  }
}
