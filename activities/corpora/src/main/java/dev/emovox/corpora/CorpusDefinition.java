package dev.emovox.corpora;

import dev.emovox.corpora.naming.NameGrammar;
import dev.emovox.corpora.naming.NameReading;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.StrictYaml;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known about a corpus: how its files are named, its labels, licence and counts. Data, not
 * code: a corpus is added by writing a YAML file.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CorpusDefinition {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private final CorpusDocument document;
  private final NameGrammar grammar;
  private final String text;

  private CorpusDefinition(CorpusDocument document, NameGrammar grammar, String text) {
    this.document = document;
    this.grammar = grammar;
    this.text = text;
  }

  /**
   * Reads a definition.
   *
   * @param sourceName what messages call the text, usually its file name
   * @throws InvalidInputException if the definition is not understood or contradicts itself
   */
  public static CorpusDefinition parse(String yaml, String sourceName) {
    CorpusDocument document = new StrictYaml().read(yaml, sourceName, CorpusDocument.class);
    if (!NAME.matcher(document.name()).matches()) {
      throw new InvalidInputException(
          sourceName
              + ", key 'name': '"
              + document.name()
              + "' must be lower-case letters, digits and hyphens.");
    }
    NameGrammar grammar =
        new NameGrammar(document.patterns(), document.fields(), document.excluded(), sourceName);
    CorpusDefinition definition = new CorpusDefinition(document, grammar, yaml);
    definition.checkExamples(sourceName);
    document.official().ifPresent(official -> definition.checkCounts(official, sourceName));
    return definition;
  }

  private void checkExamples(String sourceName) {
    if (document.examples().isEmpty()) {
      throw new InvalidInputException(
          sourceName + ", key 'examples': give at least one file name or path.");
    }
    for (String example : document.examples()) {
      NameReading reading = read(example);
      if (!(reading instanceof NameReading.Named)) {
        throw new InvalidInputException(
            "%s, key 'examples': '%s' is not understood as a clip: %s."
                .formatted(sourceName, example, explain(reading)));
      }
    }
  }

  private static String explain(NameReading reading) {
    if (reading instanceof NameReading.UnknownLabel unknown) {
      return unknown.detail();
    }
    return reading instanceof NameReading.Excluded excluded
        ? "it is excluded (" + excluded.reason() + ")"
        : "no pattern matches it";
  }

  private void checkCounts(OfficialCounts official, String sourceName) {
    int sum = official.emotions().values().stream().mapToInt(Integer::intValue).sum();
    if (!official.emotions().isEmpty() && sum != official.clips()) {
      throw new InvalidInputException(
          "%s, key 'official': the emotions add up to %d clips, not to %d."
              .formatted(sourceName, sum, official.clips()));
    }
    List<String> labels = emotionLabels();
    for (String emotion : official.emotions().keySet()) {
      if (!labels.isEmpty() && !labels.contains(emotion)) {
        throw new InvalidInputException(
            "%s, key 'official.emotions': the labels of the emotion field have no '%s', only %s."
                .formatted(sourceName, emotion, String.join(", ", labels)));
      }
    }
  }

  private List<String> emotionLabels() {
    var field = document.fields().emotion();
    return Stream.of(
            field.labels().values().stream(),
            field.rules().values().stream(),
            field.value().stream())
        .flatMap(labels -> labels)
        .distinct()
        .toList();
  }

  /** The corpus' name, for example {@code crema-d}. */
  public String name() {
    return document.name();
  }

  /** The corpus' full name. */
  public String title() {
    return document.title();
  }

  /** What may be done with it. */
  public CorpusLicence licence() {
    return document.licence();
  }

  /** Where to get it and how to cite it. */
  public CorpusOrigin origin() {
    return document.source();
  }

  /** The publisher's counts, if they are known. */
  public Optional<OfficialCounts> official() {
    return document.official();
  }

  /** Names of files, or paths, as the corpus has them. */
  public List<String> examples() {
    return document.examples();
  }

  /** Names that the corpus' folder may have, its own name first. */
  public List<String> folders() {
    return Stream.concat(Stream.of(name()), document.folders().stream()).toList();
  }

  /** Whether a folder of this name is this corpus', whatever the case of its letters. */
  public boolean isFolder(String folderName) {
    return folders().stream().anyMatch(folderName::equalsIgnoreCase);
  }

  /**
   * What a file's name says.
   *
   * @param path below the corpus' folder, with {@code /} between folders
   */
  public NameReading read(String path) {
    return grammar.read(path);
  }

  /** The YAML text that was parsed. */
  public String text() {
    return text;
  }
}
