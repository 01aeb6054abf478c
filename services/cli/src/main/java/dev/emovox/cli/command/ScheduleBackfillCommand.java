package dev.emovox.cli.command;

import dev.emovox.domain.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes up for starts that did not happen. */
@Command(
    name = "backfill",
    description = {
      "Start the runs that a schedule would have started in some time, one after the other.",
      "A run of a time that is there already is not started again."
    },
    footer = {
      "%nExample:",
      "  ./emovox schedule backfill nightly --from 2026-01-01T00:00:00Z --to 2026-01-03T00:00:00Z"
    })
final class ScheduleBackfillCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The schedule.")
  private String id;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description = "The first time, for example 2026-01-01T00:00:00Z.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", required = true, description = "The last time.")
  private String until;

  ScheduleBackfillCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Instant first = time("--from", from);
    Instant last = time("--to", until);
    if (last.isBefore(first)) {
      throw new InvalidInputException("--to is before --from. Give the earlier time first.");
    }
    return ScheduleOutput.change(invocation, id, schedules -> schedules.backfill(id, first, last));
  }

  private static Instant time(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "%s %s is no time; write it as 2026-01-31T02:00:00Z or 2026-01-31T02:00:00+01:00."
              .formatted(option, text),
          e);
    }
  }
}
