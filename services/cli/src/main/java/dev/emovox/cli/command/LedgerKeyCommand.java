package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about the ledger's keys. */
@Command(
    name = "key",
    description = {
      "Make, change and show the keys that sign the ledger's entries.",
      "Private halves lie in the home, below ledger/keys/, or where EMOVOX_LEDGER_KEYS says, in files",
      "that only you can read. Who decides on another machine needs a copy of the key in force."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LedgerKeyCreateCommand.class,
      LedgerKeyRotateCommand.class,
      LedgerKeyShowCommand.class
    },
    footer = {"%nExample:", "  ./emovox ledger key show"})
final class LedgerKeyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
