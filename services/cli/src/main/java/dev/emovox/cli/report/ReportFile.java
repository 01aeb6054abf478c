package dev.emovox.cli.report;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a page is written: all of it or nothing.
 *
 * @param path absolute
 */
public record ReportFile(Path path) {

  /**
   * The file at a path, whose folders are made.
   *
   * @throws InvalidInputException if it is a folder, or folders can't be made
   */
  public static ReportFile at(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(
          "--out %s is a folder; name a file in it, for example %s."
              .formatted(path, path.resolve("report.html")));
    }
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder of --out %s can't be made: %s.".formatted(path, e.getMessage()), e);
    }
    return new ReportFile(file);
  }

  /**
   * Writes a page.
   *
   * @return its size in bytes
   * @throws InvalidInputException if there is no room or no right to
   */
  public long write(String page) {
    byte[] content = page.getBytes(StandardCharsets.UTF_8);
    try {
      Path part = path.resolveSibling("." + path.getFileName() + ".part");
      try {
        Files.write(part, content);
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be written: %s. Name another file with --out.".formatted(path, e.getMessage()),
          e);
    }
    return content.length;
  }
}
