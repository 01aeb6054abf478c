package dev.emovox.cli.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.contracts.ScheduleOverlap;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as it is written in YAML.
 *
 * @param id its name
 * @param experiment a name in {@code configs/experiments}, or the path of a file, relative to this
 *     one
 * @param set settings to change, as after {@code run --set}
 * @param data folders with speech, relative to this file; the experiment's own if left out
 * @param calendar when it starts runs; either this or the interval
 * @param interval how often it starts runs
 * @param overlap what happens when the last run still goes on
 * @param catchUpWindow how old a missed start may be to be made up for
 * @param jitter starts are delayed by a random time below this one
 * @param pauseOnFailure whether a failed run pauses the schedule
 * @param onlyIfChanged whether a run starts only if data or settings changed
 * @param paused whether the schedule is paused when it is made; later only commands change that
 * @param note for people
 */
public record ScheduleFile(
    String id,
    String experiment,
    @JsonProperty(defaultValue = "[]") List<String> set,
    @JsonProperty(defaultValue = "[]") List<String> data,
    Optional<CalendarTimes> calendar,
    Optional<IntervalTimes> interval,
    @JsonProperty(defaultValue = "skip") ScheduleOverlap overlap,
    @JsonProperty(defaultValue = "1h") Span catchUpWindow,
    @JsonProperty(defaultValue = "0s") Span jitter,
    @JsonProperty(defaultValue = "false") boolean pauseOnFailure,
    @JsonProperty(defaultValue = "false") boolean onlyIfChanged,
    @JsonProperty(defaultValue = "false") boolean paused,
    @JsonProperty(defaultValue = "''") String note) {

  /**
   * Times of a calendar, each part as cron writes it.
   *
   * @param timeZone where the calendar hangs
   * @param minute 0 to 59
   * @param hour 0 to 23
   * @param dayOfMonth 1 to 31
   * @param month 1 to 12, or {@code jan} to {@code dec}
   * @param dayOfWeek 0 to 7, Sunday being both, or {@code sun} to {@code sat}
   */
  public record CalendarTimes(
      @JsonProperty(defaultValue = "UTC") String timeZone,
      @JsonProperty(defaultValue = "'0'") String minute,
      String hour,
      @JsonProperty(defaultValue = "'*'") String dayOfMonth,
      @JsonProperty(defaultValue = "'*'") String month,
      @JsonProperty(defaultValue = "'*'") String dayOfWeek) {}

  /**
   * Regular times.
   *
   * @param every the time between two starts
   * @param offset how long after each multiple of it, counted from 1970
   */
  public record IntervalTimes(Span every, @JsonProperty(defaultValue = "0s") Span offset) {}
}
