package dev.emovox.cli.console;

/** Text attributes of terminals; each leaves text as it is where colour is not wanted. */
public final class Style {
  private final boolean colour;

  public Style(boolean colour) {
    this.colour = colour;
  }

  /** For headings. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** For what matters less. */
  public String dim(String text) {
    return wrap("2", text);
  }

  /** For what went well. */
  public String good(String text) {
    return wrap("32", text);
  }

  /** For what needs attention. */
  public String warning(String text) {
    return wrap("33", text);
  }

  /** For what went wrong. */
  public String bad(String text) {
    return wrap("31", text);
  }

  private String wrap(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
