package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Resumes a schedule. */
@Command(
    name = "resume",
    description = "Let a schedule start runs again.",
    footer = {"%nExample:", "  ./emovox schedule resume nightly"})
final class ScheduleResumeCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The schedule.")
  private String id;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "Resumed on the command line",
      description = "Why, for who looks at the schedule later (default: ${DEFAULT-VALUE}).")
  private String note;

  ScheduleResumeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return ScheduleOutput.change(invocation, id, schedules -> schedules.resume(id, note));
  }
}
