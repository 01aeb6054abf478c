package dev.emovox.corpora;

import java.nio.file.Path;

/** Small made-up corpora in the four naming schemes, for demonstrations and tests. */
@SuppressWarnings("DoNotCallSuggester")
public final class SyntheticCorpora {
  private SyntheticCorpora() {}

  /**
   * Writes the folders {@code RAVDESS}, {@code CREMA-D}, {@code TESS} and {@code SAVEE}.
   *
   * @param directory is created if need be; files of the same names are replaced
   * @param seed the same seed gives the same bytes
   */
  public static void write(Path directory, long seed) {
    throw new UnsupportedOperationException("being written");
  }
}
