package dev.emovox.cli.console;

import dev.emovox.settings.SnakeCaseJson;

/** Documents in the one JSON form of this project. Loaded only when a document is written. */
public final class Json {
  private static final SnakeCaseJson FORM = new SnakeCaseJson();

  private Json() {}

  /** The document's bytes, indented: snake_case keys, UTF-8. */
  public static byte[] write(Object document) {
    return FORM.writeIndented(document);
  }
}
