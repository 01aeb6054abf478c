package dev.emovox.cli.console;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. Filled in by the command line's parser. */
public final class GlobalOptions {

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print exactly one JSON document on standard output, also for an error.")
  private boolean json;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description =
          "Folder of the local stack's state (default: EMOVOX_HOME, else .emovox in the checkout).")
  private Path home;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** Whether the result is one JSON document. */
  public boolean json() {
    return json;
  }

  /** Whether stack traces are wanted. */
  public boolean debug() {
    return debug;
  }

  /** The folder given with {@code --home}, or null. */
  public Path home() {
    return home;
  }

  /** Whether help was asked for. */
  public boolean help() {
    return help;
  }
}
