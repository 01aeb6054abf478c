package dev.emovox.corpora;

import java.nio.file.Path;
import java.util.List;

/** The corpus definitions of a folder, one {@code NAME.yaml} each. */
@SuppressWarnings("DoNotCallSuggester")
public final class CorpusLibrary {

  /**
   * Reads every definition.
   *
   * @param directory for example {@code configs/corpora}
   * @throws dev.emovox.domain.InvalidInputException if there is none or one is wrong
   */
  public CorpusLibrary(Path directory) {}

  /** Every definition, by name. */
  public List<CorpusDefinition> all() {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * A definition.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no such corpus
   */
  public CorpusDefinition named(String name) {
    throw new UnsupportedOperationException("being written");
  }
}
