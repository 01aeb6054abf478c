package dev.emovox.cli.command;

import dev.emovox.cli.console.Failure;
import dev.emovox.cli.console.FailureReport;
import java.util.List;
import picocli.CommandLine;

/** Puts the command line together. */
public final class CommandLines {
  private CommandLines() {}

  /** Parses, runs and reports; the result is the process' exit status. */
  public static int execute(Invocation invocation, List<String> args) {
    return of(invocation).execute(args.toArray(String[]::new));
  }

  /** The commands, ready to parse. */
  static CommandLine of(Invocation invocation) {
    return new CommandLine(TopCommand.class, new CommandFactory(invocation))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(new ParsingFailure(invocation.console()))
        .setExecutionExceptionHandler((thrown, command, parsed) -> report(invocation, thrown));
  }

  private static int report(Invocation invocation, Exception thrown) {
    if (invocation.options().debug()) {
      invocation.console().trace(thrown);
    }
    return FailureReport.report(invocation.console(), Failure.of(thrown));
  }
}
