package dev.emovox.corpora;

/** What is known about a corpus: how its files are named, its labels, licence and counts. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod"})
public final class CorpusDefinition {
  private final String name;
  private final String text;

  private CorpusDefinition(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Reads a definition.
   *
   * @param sourceName what messages call the text, usually its file name
   * @throws dev.emovox.domain.InvalidInputException if the definition contradicts itself
   */
  public static CorpusDefinition parse(String yaml, String sourceName) {
    throw new UnsupportedOperationException("being written");
  }

  /** The corpus' name, for example {@code crema-d}. */
  public String name() {
    return name;
  }

  /** The YAML text that was parsed. */
  public String text() {
    return text;
  }
}
