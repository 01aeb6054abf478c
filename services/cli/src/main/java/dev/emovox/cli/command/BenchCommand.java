package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands that time Emovox. */
@Command(
    name = "bench",
    description = "Time Emovox beside others on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BenchTrainingCommand.class,
      BenchEpochCommand.class,
      BenchFeaturesCommand.class,
      BenchBaselinesCommand.class
    },
    footer = {"%nExample:", "  ./emovox bench training --model base"})
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
