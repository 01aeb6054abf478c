package dev.emovox.corpora;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.StrictYaml;
import dev.emovox.settings.yaml.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The corpus definitions of a folder, one {@code NAME.yaml} each.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CorpusLibrary {
  private static final String EXTENSION = ".yaml";

  private final Path directory;
  private final List<CorpusDefinition> definitions;

  /**
   * Reads every definition.
   *
   * @param directory for example {@code configs/corpora}
   * @throws InvalidInputException if there is none, one is wrong, or two claim the same folder
   */
  public CorpusLibrary(Path directory) {
    this.directory = directory;
    List<CorpusDefinition> read = new ArrayList<>();
    for (Path file : files(directory)) {
      read.add(definition(file));
    }
    read.sort(Comparator.comparing(CorpusDefinition::name));
    DistinctCorpora.require(read);
    this.definitions = List.copyOf(read);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
      if (files.isEmpty()) {
        throw new InvalidInputException(
            "The folder " + directory + " has no corpus definition (NAME.yaml).");
      }
      return files;
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder of corpus definitions " + directory + " can't be read.", e);
    }
  }

  private static CorpusDefinition definition(Path file) {
    CorpusDefinition definition =
        CorpusDefinition.parse(new StrictYaml().text(file), file.toString());
    if (!file.getFileName().toString().equals(definition.name() + EXTENSION)) {
      throw new InvalidInputException(
          "%s defines the corpus '%s'; call the file %s.yaml."
              .formatted(file, definition.name(), definition.name()));
    }
    return definition;
  }

  /** Every definition, by name. */
  public List<CorpusDefinition> all() {
    return definitions;
  }

  /**
   * A definition.
   *
   * @throws InvalidInputException if there is no such corpus, with the nearest name
   */
  public CorpusDefinition named(String name) {
    List<String> names = definitions.stream().map(CorpusDefinition::name).toList();
    return definitions.stream()
        .filter(definition -> definition.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no corpus '%s' in %s.%s Defined are: %s."
                        .formatted(
                            name,
                            directory,
                            NearestName.hint(names, name),
                            String.join(", ", names))));
  }
}
