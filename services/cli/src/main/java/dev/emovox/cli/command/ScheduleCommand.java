package dev.emovox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about schedules. */
@Command(
    name = "schedule",
    description = "Run experiments at set times, all of them or only when something changed.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ScheduleApplyCommand.class,
      ScheduleListCommand.class,
      ScheduleTriggerCommand.class,
      SchedulePauseCommand.class,
      ScheduleResumeCommand.class,
      ScheduleDeleteCommand.class,
      ScheduleBackfillCommand.class
    },
    footer = {
      "%nExamples:",
      "  ./emovox schedule apply --dry-run",
      "  ./emovox schedule apply",
      "  ./emovox schedule list",
      "  ./emovox schedule resume nightly"
    })
final class ScheduleCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
