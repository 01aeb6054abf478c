package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about the keys of the prediction service. */
@Command(
    name = "serving-key",
    description = {
      "Make, list and revoke keys of the prediction service; needs no server.",
      "The service asks for them once EMOVOX_SERVING_KEYS_FILE names their file, and follows the",
      "file while it runs. To change a key without a pause, make a second one of the same name, hand",
      "it over, then revoke the first by its id."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServingKeyCreateCommand.class,
      ServingKeyListCommand.class,
      ServingKeyRevokeCommand.class
    },
    footer = {"%nExample:", "  ./emovox serving-key create call-centre --scope predict"})
final class ServingKeyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
