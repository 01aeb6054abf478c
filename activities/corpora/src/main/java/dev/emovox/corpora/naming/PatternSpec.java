package dev.emovox.corpora.naming;

import java.util.Optional;

/**
 * A regular expression, either for the file name or for the path below the corpus' folder (folders
 * separated by {@code /}); in both cases without the extension, whole, and whatever the case of the
 * letters.
 *
 * @param file matched against the file name
 * @param path matched against the path
 */
public record PatternSpec(Optional<String> file, Optional<String> path) {

  public PatternSpec {
    if (file.isPresent() == path.isPresent()) {
      throw new IllegalArgumentException("give either 'file' or 'path', a regular expression.");
    }
  }

  String regex() {
    return file.or(() -> path).orElseThrow();
  }
}
