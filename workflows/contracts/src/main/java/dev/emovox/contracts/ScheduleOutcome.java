package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What came of one start of a schedule.
 *
 * @param scheduleId the schedule
 * @param scheduledAtMillis the time that it fired for, milliseconds since 1970
 * @param result how it ended
 * @param runId the run that it started; empty if none
 * @param reason why it ran or did not; for people
 */
public record ScheduleOutcome(
    String scheduleId,
    long scheduledAtMillis,
    Result result,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> runId,
    String reason) {

  /** How a start of a schedule ended. */
  public enum Result {
    /** The run ended well. */
    RAN,
    /** Nothing changed since the last successful run. */
    UNCHANGED,
    /** The run failed. */
    FAILED,
    /** Someone cancelled the run. */
    CANCELLED,
    /** The run of this time was there already. */
    REPEATED
  }

  public ScheduleOutcome {
    runId = runId == null ? Optional.empty() : runId;
  }
}
