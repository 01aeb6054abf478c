package dev.emovox.contracts;

/**
 * A schedule, fully decided: what it runs and when.
 *
 * @param scheduleId the schedule's id
 * @param onlyIfChanged whether a run starts only if data or settings are others than those of the
 *     last successful run of this schedule
 * @param rules when and how it starts
 * @param plan what it runs; the run's id is filled in when it starts
 */
public record ScheduledRun(
    String scheduleId, boolean onlyIfChanged, ScheduleRules rules, ExperimentPlan plan) {}
