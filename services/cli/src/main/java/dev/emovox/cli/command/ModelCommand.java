package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about networks. */
@Command(
    name = "model",
    description = "Import, look at, export and make networks (wav2vec 2.0, XLSR, HuBERT).",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelImportCommand.class,
      ModelInspectCommand.class,
      ModelExportCommand.class,
      ModelRandomCommand.class
    },
    footer = {
      "%nExamples:",
      "  ./emovox model import facebook/wav2vec2-base",
      "  ./emovox model inspect downloads/hubert-base",
      "  ./emovox model export 3 exported/",
      "  ./emovox model random configs/architectures/small.json grown/"
    })
final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
