package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands that draw. */
@Command(
    name = "plot",
    description = "Draw features and clips as SVG pictures.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PlotFeaturesCommand.class, PlotClipCommand.class},
    footer = {
      "%nPictures are light or dark as their viewer prefers; any browser shows them.",
      "%nExample:",
      "  ./emovox plot clip clip.wav --out pictures/"
    })
final class PlotCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
