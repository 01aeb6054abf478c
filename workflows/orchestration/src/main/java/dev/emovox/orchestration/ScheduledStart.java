package dev.emovox.orchestration;

import dev.emovox.domain.Digest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The time that a schedule fired for, and the name of the run of that time.
 *
 * @param workflowId the started workflow's
 * @param at the time
 */
record ScheduledStart(String workflowId, Instant at) {
  private static final SearchAttributeKey<OffsetDateTime> TIME =
      SearchAttributeKey.forOffsetDateTime("TemporalScheduledStartTime");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int SUFFIX_DIGITS = 4;

  /** Of the current workflow. One that no schedule started counts from its own start. */
  static ScheduledStart ofThisWorkflow() {
    String id = Workflow.getInfo().getWorkflowId();
    OffsetDateTime told = Workflow.getTypedSearchAttributes().get(TIME);
    Instant otherwise =
        told == null
            ? Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis())
            : told.toInstant();
    return new ScheduledStart(id, nominal(id, otherwise));
  }

  /** The time at the end of the id is without jitter. */
  private static Instant nominal(String workflowId, Instant otherwise) {
    int length = "2026-01-31T12:00:00Z".length();
    try {
      return Instant.parse(workflowId.substring(Math.max(0, workflowId.length() - length)));
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }

  /**
   * In the form of all runs' names, {@code EXPERIMENT-yyyyMMdd-HHmmss-xxxx}; the last digits come
   * from the schedule and the time, so that a repeated attempt names the same run.
   */
  String runId(String experiment) {
    String suffix = Digest.of(workflowId).hex().substring(0, SUFFIX_DIGITS);
    return "%s-%s-%s".formatted(experiment, NAME.format(at), suffix);
  }
}
