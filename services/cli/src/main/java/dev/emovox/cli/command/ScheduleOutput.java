package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.ScheduleDocument;
import dev.emovox.cli.render.ScheduleText;
import dev.emovox.cli.workplace.Schedules;
import java.util.List;
import java.util.function.Consumer;

/** Does something to schedules and prints them. */
final class ScheduleOutput {
  private ScheduleOutput() {}

  /** Changes one schedule and prints how it is now. */
  static int change(Invocation invocation, String id, Consumer<Schedules> change) {
    try (Schedules schedules = invocation.workplace().schedules()) {
      change.accept(schedules);
      return print(
          invocation.console(),
          schedules.find(id).isPresent()
              ? ScheduleDocument.of(schedules.show(id))
              : ScheduleDocument.absent(id));
    }
  }

  private static int print(Console console, ScheduleDocument schedule) {
    return print(console, List.of(schedule));
  }

  /** Prints schedules. */
  static int print(Console console, List<ScheduleDocument> schedules) {
    console.result(new ScheduleText(console.style()).list(schedules));
    if (console.json()) {
      console.document(Json.write(schedules));
    }
    return 0;
  }
}
