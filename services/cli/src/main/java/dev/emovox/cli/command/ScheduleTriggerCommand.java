package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts a run of a schedule. */
@Command(
    name = "trigger",
    description = {
      "Start a run of a schedule now, also while it is paused.",
      "One that runs only when something changed looks whether it did."
    },
    footer = {"%nExample:", "  ./emovox schedule trigger nightly"})
final class ScheduleTriggerCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The schedule.")
  private String id;

  ScheduleTriggerCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return ScheduleOutput.change(invocation, id, schedules -> schedules.trigger(id));
  }
}
