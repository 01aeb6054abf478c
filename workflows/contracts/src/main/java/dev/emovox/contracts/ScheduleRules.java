package dev.emovox.contracts;

/**
 * When a schedule starts its runs. Either a calendar or an interval.
 *
 * @param calendar minute, hour, day of the month, month and day of the week as cron writes them;
 *     empty if there is an interval
 * @param timeZone where the calendar hangs, for example {@code Europe/Berlin}
 * @param everySeconds the interval; zero if there is a calendar
 * @param offsetSeconds how long after each multiple of the interval, counted from 1970
 * @param overlap what happens when the last run still goes on
 * @param catchUpSeconds how old a missed start may be to be made up for
 * @param jitterSeconds starts are delayed by a random time below this one
 * @param pauseOnFailure whether a failed run pauses the schedule
 */
public record ScheduleRules(
    String calendar,
    String timeZone,
    long everySeconds,
    long offsetSeconds,
    ScheduleOverlap overlap,
    long catchUpSeconds,
    long jitterSeconds,
    boolean pauseOnFailure) {}
