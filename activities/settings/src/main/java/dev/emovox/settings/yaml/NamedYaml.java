package dev.emovox.settings.yaml;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The YAML files of a folder, each named by its file's name without the suffix.
 *
 * @param folder where they lie
 * @param kind what one of them is called in messages, for example {@code experiment}
 */
public record NamedYaml(Path folder, String kind) {
  private static final String SUFFIX = ".yaml";

  /**
   * The file of a name; what has {@code /} or {@code .yaml} in it is a path, taken as it is.
   *
   * @throws InvalidInputException if no file has the name
   */
  public Path find(String nameOrFile) {
    if (nameOrFile.contains("/") || nameOrFile.endsWith(SUFFIX)) {
      return Path.of(nameOrFile);
    }
    List<String> names = names();
    if (!names.contains(nameOrFile)) {
      throw new InvalidInputException(
          "There is no %s '%s' in %s.%s It has: %s. A file of yours is named by its path, for example ./%s%s."
              .formatted(
                  kind,
                  nameOrFile,
                  folder,
                  NearestName.hint(names, nameOrFile),
                  String.join(", ", names),
                  nameOrFile,
                  SUFFIX));
    }
    return folder.resolve(nameOrFile + SUFFIX);
  }

  /**
   * All names, sorted.
   *
   * @throws InvalidInputException if the folder can't be read
   */
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(NamedYaml::withoutSuffix)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder of %ss %s can't be read.".formatted(kind, folder), e);
    }
  }

  /** What a file is called, wherever it lies. */
  public static String nameOf(Path file) {
    return withoutSuffix(file.getFileName().toString());
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
