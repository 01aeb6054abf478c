package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pauses a schedule. */
@Command(
    name = "pause",
    description = "Stop a schedule from starting runs; one that goes on is left alone.",
    footer = {"%nExample:", "  ./emovox schedule pause nightly --note 'the corpus moves'"})
final class SchedulePauseCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The schedule.")
  private String id;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "Paused on the command line",
      description = "Why, for who looks at the schedule later (default: ${DEFAULT-VALUE}).")
  private String note;

  SchedulePauseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return ScheduleOutput.change(invocation, id, schedules -> schedules.pause(id, note));
  }
}
