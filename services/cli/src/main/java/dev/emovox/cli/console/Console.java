package dev.emovox.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command writes: results to standard output, everything else to standard error. With
 * {@code --json} the only thing that reaches standard output is one document.
 *
 * <p>Not safe for use by several threads.
 */
public final class Console {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;
  private final GlobalOptions options;
  private boolean documentWritten;
  private boolean liveLine;

  public Console(PrintStream out, PrintStream err, Terminal terminal, GlobalOptions options) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.options = options;
  }

  /** Whether results are JSON. */
  public boolean json() {
    return options.json();
  }

  /** Whether progress may be redrawn in place. */
  public boolean interactive() {
    return terminal.interactive();
  }

  /** Colours for standard output. */
  public Style style() {
    return new Style(terminal.outputColour() && !json());
  }

  /** Colours for standard error. */
  public Style messageStyle() {
    return new Style(terminal.colour());
  }

  /** Prints lines of a result for people; nothing with {@code --json}. */
  public void result(List<String> lines) {
    if (!json()) {
      clearLive();
      lines.forEach(out::println);
      out.flush();
    }
  }

  /** Prints text as it is to standard output, for example a log's line or a script. */
  public void raw(String text) {
    clearLive();
    out.println(text);
    out.flush();
  }

  /**
   * Prints the one JSON document.
   *
   * @throws IllegalStateException if one was printed already
   */
  public void document(byte[] json) {
    if (documentWritten) {
      throw new IllegalStateException("a command prints one document");
    }
    documentWritten = true;
    clearLive();
    out.print(new String(json, StandardCharsets.UTF_8).stripTrailing());
    out.println();
    out.flush();
  }

  /** Whether the document is out. */
  public boolean documentWritten() {
    return documentWritten;
  }

  /** Prints a line that stays to standard error. */
  public void message(String line) {
    clearLive();
    err.println(line);
    err.flush();
  }

  /** Standard output itself, for what has no end. */
  public PrintStream stream() {
    clearLive();
    return out;
  }

  /** Shows a line that the next output replaces; only on a terminal. */
  public void live(String line) {
    if (interactive()) {
      err.print(CLEAR_LINE + NO_WRAP + line + WRAP);
      err.flush();
      liveLine = true;
    }
  }

  /** Prints the stack trace of a failure to standard error. */
  public void trace(Throwable failure) {
    clearLive();
    failure.printStackTrace(err);
    err.flush();
  }

  private void clearLive() {
    if (liveLine) {
      err.print(CLEAR_LINE);
      err.flush();
      liveLine = false;
    }
  }
}
