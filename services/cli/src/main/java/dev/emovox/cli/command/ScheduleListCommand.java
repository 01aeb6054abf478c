package dev.emovox.cli.command;

import dev.emovox.cli.document.ScheduleDocument;
import dev.emovox.cli.workplace.Schedules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists schedules. */
@Command(
    name = "list",
    description = "List the schedules with their next start and the result of the last.",
    footer = {"%nExample:", "  ./emovox schedule list --json"})
final class ScheduleListCommand implements Callable<Integer> {
  private final Invocation invocation;

  ScheduleListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Schedules schedules = invocation.workplace().schedules()) {
      return ScheduleOutput.print(
          invocation.console(), schedules.list().stream().map(ScheduleDocument::of).toList());
    }
  }
}
