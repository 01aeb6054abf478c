package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about the ledger. */
@Command(
    name = "ledger",
    description = "Read and verify the signed record of promotions and rollbacks.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LedgerVerifyCommand.class,
      LedgerListCommand.class,
      LedgerShowCommand.class,
      LedgerKeyCommand.class
    },
    footer = {
      "%nExamples:",
      "  ./emovox ledger verify",
      "  ./emovox ledger list",
      "  ./emovox ledger show 2",
      "  ./emovox ledger key show"
    })
final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
