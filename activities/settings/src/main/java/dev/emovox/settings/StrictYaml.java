package dev.emovox.settings;

import java.nio.file.Path;

/**
 * Reads YAML into records and takes nothing that it does not understand.
 *
 * <p>Stateless and safe for use by several threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class StrictYaml {

  /**
   * Reads one document.
   *
   * @param sourceName what messages call the text, usually its file name
   */
  public <T> T read(String text, String sourceName, Class<T> type) {
    throw new UnsupportedOperationException("being written");
  }

  /** Reads a UTF-8 file. */
  public <T> T read(Path file, Class<T> type) {
    throw new UnsupportedOperationException("being written");
  }
}
