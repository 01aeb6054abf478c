package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a schedule. */
@Command(
    name = "delete",
    description = "Remove a schedule. Its runs, and what was remembered of them, stay.",
    footer = {"%nExample:", "  ./emovox schedule delete nightly"})
final class ScheduleDeleteCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The schedule.")
  private String id;

  ScheduleDeleteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return ScheduleOutput.change(invocation, id, schedules -> schedules.delete(id));
  }
}
