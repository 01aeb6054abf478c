package dev.emovox.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the two output streams can show.
 *
 * @param interactive whether standard error is a terminal, so that progress may be redrawn
 * @param colour whether escape sequences for colour are welcome on standard error
 * @param outputColour the same for standard output
 */
public record Terminal(boolean interactive, boolean colour, boolean outputColour) {
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  /** From this Java version on {@code System.console()} is there without a terminal too. */
  private static final int ALWAYS_A_CONSOLE = 22;

  /** Neither redrawing nor colour. */
  public static Terminal plain() {
    return new Terminal(false, false, false);
  }

  /**
   * The streams of this process. {@code NO_COLOR} of any value turns colour off, {@code TERM=dumb}
   * colour and redrawing.
   */
  public static Terminal detect(Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean colour = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean interactive = !dumb && isTerminal(ERROR);
    return new Terminal(interactive, interactive && colour, colour && isTerminal(OUTPUT));
  }

  @SuppressWarnings("SystemConsoleNull") // Asked only of Java versions where it may be null.
  private static boolean isTerminal(int stream) {
    Path link = Path.of("/proc/self/fd/" + stream);
    if (!Files.isSymbolicLink(link)) {
      return Runtime.version().feature() < ALWAYS_A_CONSOLE && System.console() != null;
    }
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
