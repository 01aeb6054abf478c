package dev.emovox.cli.schedule;

import dev.emovox.cli.schedule.ScheduleFile.CalendarTimes;
import dev.emovox.cli.schedule.ScheduleFile.IntervalTimes;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** What must hold in a schedule beyond the types of its values. */
final class ScheduleFileRules {
  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
  private static final Pattern CRON_TEXT = Pattern.compile("\\s+");
  private static final long SHORTEST_CATCH_UP = 10;

  private final Path file;
  private final EditableYaml lines;

  ScheduleFileRules(Path file, EditableYaml lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The rules of a schedule in the form that Temporal's own come from. */
  ScheduleRules rules(ScheduleFile schedule) {
    require(
        ID.matcher(schedule.id()).matches(),
        "id",
        "is '%s'; a name has lower-case letters, digits and single hyphens inside, 60 at most."
            .formatted(schedule.id()));
    require(
        schedule.calendar().isPresent() != schedule.interval().isPresent(),
        schedule.calendar().isPresent() ? "interval" : "calendar",
        "and %s: a schedule has one of them."
            .formatted(schedule.calendar().isPresent() ? "calendar" : "interval"));
    require(
        schedule.catchUpWindow().seconds() >= SHORTEST_CATCH_UP,
        "catch_up_window",
        "must be at least 10s.");
    schedule.calendar().ifPresent(this::check);
    schedule.interval().ifPresent(this::check);
    return new ScheduleRules(
        schedule.calendar().map(ScheduleFileRules::cron).orElse(""),
        schedule.calendar().map(CalendarTimes::timeZone).orElse("UTC"),
        schedule.interval().map(times -> times.every().seconds()).orElse(0L),
        schedule.interval().map(times -> times.offset().seconds()).orElse(0L),
        schedule.overlap(),
        schedule.catchUpWindow().seconds(),
        schedule.jitter().seconds(),
        schedule.pauseOnFailure());
  }

  private void check(CalendarTimes times) {
    require(
        ZoneId.getAvailableZoneIds().contains(times.timeZone()),
        "calendar.time_zone",
        "is '%s', which is no time zone; write for example Europe/Berlin or UTC."
            .formatted(times.timeZone()));
    part(CalendarPart.MINUTE, "calendar.minute", times.minute());
    part(CalendarPart.HOUR, "calendar.hour", times.hour());
    part(CalendarPart.DAY_OF_MONTH, "calendar.day_of_month", times.dayOfMonth());
    part(CalendarPart.MONTH, "calendar.month", times.month());
    part(CalendarPart.DAY_OF_WEEK, "calendar.day_of_week", times.dayOfWeek());
  }

  private void part(CalendarPart part, String path, String text) {
    try {
      part.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(path, e.getMessage(), e);
    }
  }

  private void check(IntervalTimes times) {
    require(times.every().seconds() > 0, "interval.every", "must be longer than 0s.");
    require(
        times.offset().seconds() < times.every().seconds(),
        "interval.offset",
        "must be shorter than interval.every.");
  }

  private static String cron(CalendarTimes times) {
    return String.join(
        " ",
        compact(times.minute()),
        compact(times.hour()),
        compact(times.dayOfMonth()),
        compact(times.month()),
        compact(times.dayOfWeek()));
  }

  private static String compact(String part) {
    return CRON_TEXT.matcher(part).replaceAll("");
  }

  private void require(boolean holds, String path, String reason) {
    if (!holds) {
      throw wrong(path, reason, null);
    }
  }

  private InvalidInputException wrong(String path, String reason, Throwable cause) {
    String place = lines.line(path).isPresent() ? ", line " + lines.line(path).getAsInt() : "";
    return new InvalidInputException("%s%s: %s %s".formatted(file, place, path, reason), cause);
  }
}
