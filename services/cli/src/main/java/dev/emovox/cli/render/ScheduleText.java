package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.ScheduleDocument;
import java.util.ArrayList;
import java.util.List;

/** Schedules for people. */
public final class ScheduleText {
  private final Style style;

  public ScheduleText(Style style) {
    this.style = style;
  }

  /** Schedules, or how to get one. */
  public List<String> list(List<ScheduleDocument> schedules) {
    if (schedules.isEmpty()) {
      return List.of(
          "No schedules. Write one as in configs/schedules and `./emovox schedule apply`.");
    }
    TextTable table = new TextTable("SCHEDULE", "STATE", "NEXT (UTC)", "LAST (UTC)", "RESULT");
    for (ScheduleDocument schedule : schedules) {
      table.row(
          schedule.id(),
          schedule.state() + (schedule.running().isEmpty() ? "" : ", running"),
          schedule.next() == null ? "-" : time(schedule.next()),
          schedule.last() == null ? "-" : time(schedule.last().at()),
          schedule.last() == null ? "-" : result(schedule.last()));
    }
    return table.lines(style);
  }

  private static String time(String instant) {
    return instant.replaceFirst("\\.\\d+", "").replace('T', ' ').replace("Z", "");
  }

  private static String result(ScheduleDocument.Last last) {
    return switch (last.result()) {
      case "ran" -> "ran " + last.run();
      case "unchanged" -> "skipped: " + last.reason();
      default ->
          last.result() + (last.run() == null ? "" : " " + last.run()) + ": " + last.reason();
    };
  }

  /**
   * What files changed.
   *
   * @param dryRun whether nothing was done yet
   */
  public List<String> changes(List<ScheduleDocument> schedules, boolean dryRun) {
    List<String> lines = new ArrayList<>();
    for (ScheduleDocument schedule : schedules) {
      lines.add("%s  %s".formatted(style.bold(schedule.id()), word(schedule.change(), dryRun)));
      schedule.differences().forEach(difference -> lines.add("  " + difference));
    }
    return lines.isEmpty() ? List.of("There is no schedule to apply.") : lines;
  }

  private static String word(String change, boolean dryRun) {
    return switch (change) {
      case "kept" -> "named by no file, left alone (--prune deletes it)";
      case "unchanged" -> "unchanged";
      default -> (dryRun ? "would be " : "") + change;
    };
  }
}
