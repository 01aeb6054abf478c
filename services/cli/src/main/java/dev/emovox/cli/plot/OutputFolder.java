package dev.emovox.cli.plot;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder that pictures are written to. A file appears only when it is complete, and replaces one
 * of the same name.
 *
 * @param folder is made if need be
 */
public record OutputFolder(Path folder) {

  /**
   * Makes the folder.
   *
   * @throws InvalidInputException if that is not possible
   */
  public static OutputFolder create(Path folder) {
    try {
      Files.createDirectories(folder);
      return new OutputFolder(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * Writes a file.
   *
   * @return its path
   * @throws InvalidInputException if that is not possible
   */
  public Path write(String name, String content) {
    Path file = folder.resolve(name);
    try {
      // Beside the file, so that it need only be renamed when it is complete.
      Path scratch = folder.resolve("." + ProcessHandle.current().pid() + ".part");
      try {
        Files.writeString(scratch, content, StandardCharsets.UTF_8);
        Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(scratch);
      }
      return file;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static InvalidInputException failure(Path path, IOException cause) {
    return new InvalidInputException(
        "%s can't be written: %s. Name another folder with --out.".formatted(path, cause), cause);
  }
}
