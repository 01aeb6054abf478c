package dev.emovox.corpora;

import java.nio.file.Path;

/** The definitions that come with the project. */
final class StoredDefinitions {
  private StoredDefinitions() {}

  static CorpusLibrary library() {
    return new CorpusLibrary(Path.of("..", "..", "configs", "corpora"));
  }
}
