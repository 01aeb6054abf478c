package dev.emovox.cli;

import dev.emovox.cli.command.CommandLines;
import dev.emovox.cli.command.Invocation;
import java.util.List;

/** The {@code emovox} program. */
public final class EmovoxCommand {
  private EmovoxCommand() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLines.execute(Invocation.ofProcess(), List.of(args)));
  }
}
