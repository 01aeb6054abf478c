package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about corpora. */
@Command(
    name = "corpora",
    description = "Look at folders of speech.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CorporaCheckCommand.class,
    footer = {"%nExample:", "  ./emovox corpora check /data/speech"})
final class CorporaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
