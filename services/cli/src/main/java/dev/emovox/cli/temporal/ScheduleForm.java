package dev.emovox.cli.temporal;

import dev.emovox.cli.schedule.CalendarPart;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRetraining;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.contracts.TaskQueues;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import java.time.Duration;
import java.util.List;

/** Schedules in Temporal's own form. */
final class ScheduleForm {
  /** The type of the workflows that our schedules start, by which they are told from others. */
  static final String WORKFLOW = ScheduledRetraining.class.getSimpleName();

  private ScheduleForm() {}

  static Schedule of(ScheduledRun scheduled, ScheduleState state) {
    return Schedule.newBuilder()
        .setAction(action(scheduled))
        .setSpec(spec(scheduled.rules()))
        .setPolicy(policy(scheduled.rules()))
        .setState(state)
        .build();
  }

  private static ScheduleActionStartWorkflow action(ScheduledRun scheduled) {
    return ScheduleActionStartWorkflow.newBuilder()
        .setWorkflowType(WORKFLOW)
        .setArguments(scheduled)
        .setOptions(
            WorkflowOptions.newBuilder()
                .setWorkflowId("schedule-" + scheduled.scheduleId())
                .setTaskQueue(TaskQueues.CPU)
                .build())
        .build();
  }

  private static SchedulePolicy policy(ScheduleRules rules) {
    return SchedulePolicy.newBuilder()
        .setOverlap(
            switch (rules.overlap()) {
              case SKIP -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP;
              case BUFFER_ONE -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE;
              case BUFFER_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL;
              case CANCEL_OTHER -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER;
              case ALLOW_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
            })
        .setCatchupWindow(Duration.ofSeconds(rules.catchUpSeconds()))
        .setPauseOnFailure(rules.pauseOnFailure())
        .build();
  }

  private static ScheduleSpec spec(ScheduleRules rules) {
    ScheduleSpec.Builder spec =
        ScheduleSpec.newBuilder()
            .setTimeZoneName(rules.timeZone())
            .setJitter(Duration.ofSeconds(rules.jitterSeconds()));
    return rules.calendar().isEmpty()
        ? spec.setIntervals(List.of(interval(rules))).build()
        : spec.setCalendars(List.of(calendar(rules.calendar().split(" ", -1)))).build();
  }

  private static ScheduleIntervalSpec interval(ScheduleRules rules) {
    return new ScheduleIntervalSpec(
        Duration.ofSeconds(rules.everySeconds()), Duration.ofSeconds(rules.offsetSeconds()));
  }

  /** The parts are in the order of crontab's. */
  private static ScheduleCalendarSpec calendar(String[] parts) {
    return ScheduleCalendarSpec.newBuilder()
        .setMinutes(ranges(CalendarPart.MINUTE, parts[0]))
        .setHour(ranges(CalendarPart.HOUR, parts[1]))
        .setDayOfMonth(ranges(CalendarPart.DAY_OF_MONTH, parts[2]))
        .setMonth(ranges(CalendarPart.MONTH, parts[3]))
        .setDayOfWeek(ranges(CalendarPart.DAY_OF_WEEK, parts[4]))
        .build();
  }

  private static List<ScheduleRange> ranges(CalendarPart part, String written) {
    return part.parse(written).stream()
        .map(range -> new ScheduleRange(range.first(), range.last(), range.step()))
        .toList();
  }
}
