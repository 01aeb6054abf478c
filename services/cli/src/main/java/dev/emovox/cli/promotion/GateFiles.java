package dev.emovox.cli.promotion;

import dev.emovox.contracts.GateSource;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.gate.settings.GateSettings;
import dev.emovox.settings.StrictYaml;
import dev.emovox.settings.yaml.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gates of a checkout.
 *
 * @param folder where those lie that have names
 */
public record GateFiles(Path folder) {
  /** The gate that applies if none is named. */
  public static final String STANDARD = "default";

  /** What is said instead of a gate's name if there is to be none. */
  public static final String NONE = "none";

  private static final String SUFFIX = ".yaml";

  /**
   * The gate of a name or a file, read and understood.
   *
   * @param nameOrFile a name such as {@code strict}, or a path with {@code /} or {@code .yaml}
   * @throws InvalidInputException if there is none, or it is wrong, with file and line
   */
  public GateSource find(String nameOrFile) {
    boolean isFile = nameOrFile.contains("/") || nameOrFile.endsWith(SUFFIX);
    Path file = isFile ? Path.of(nameOrFile) : named(nameOrFile);
    String text = new StrictYaml().text(file);
    GateSettings.read(text, file.toString());
    String name = file.getFileName().toString();
    return new GateSource(
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name, text);
  }

  private Path named(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new InvalidInputException(
          "There is no gate '%s' in %s.%s It has: %s. A file of yours is named by its path, for example ./%s%s."
              .formatted(
                  name,
                  folder,
                  NearestName.hint(names, name),
                  String.join(", ", names),
                  name,
                  SUFFIX));
    }
    return folder.resolve(name + SUFFIX);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException("The folder of gates %s can't be read.".formatted(folder), e);
    }
  }
}
