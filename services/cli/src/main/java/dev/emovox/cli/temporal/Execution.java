package dev.emovox.cli.temporal;

import dev.emovox.cli.experiment.RunIds;
import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the service itself says of a workflow, whether a worker is there or not.
 *
 * @param id the workflow's id
 * @param status where the service sees it
 * @param started when it began
 * @param closed when it ended, or null
 */
record Execution(String id, WorkflowExecutionStatus status, Instant started, Instant closed) {

  static Execution of(WorkflowExecutionMetadata metadata) {
    return new Execution(
        metadata.getExecution().getWorkflowId(),
        metadata.getStatus(),
        metadata.getStartTime(),
        metadata.getCloseTime());
  }

  boolean isRunning() {
    return state() == RunState.RUNNING;
  }

  /** Whether Temporal ended it without asking it. */
  boolean wasEndedFromOutside() {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT;
  }

  RunState state() {
    return switch (status) {
      case WORKFLOW_EXECUTION_STATUS_COMPLETED -> RunState.DONE;
      case WORKFLOW_EXECUTION_STATUS_CANCELED, WORKFLOW_EXECUTION_STATUS_TERMINATED ->
          RunState.CANCELLED;
      case WORKFLOW_EXECUTION_STATUS_FAILED, WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> RunState.FAILED;
      case WORKFLOW_EXECUTION_STATUS_RUNNING,
          WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
          WORKFLOW_EXECUTION_STATUS_UNSPECIFIED,
          WORKFLOW_EXECUTION_STATUS_PAUSED,
          UNRECOGNIZED ->
          RunState.RUNNING;
    };
  }

  RunSummary summary(Clock clock) {
    Instant end = closed == null ? clock.instant() : closed;
    double seconds = Math.max(0, Duration.between(started, end).toMillis() / 1000.0);
    return new RunSummary(id, RunIds.experiment(id).orElse(""), state(), started, seconds);
  }

  /** A run that was ended from outside does not know; then the service is right. */
  RunStatus correct(RunStatus told, Clock clock) {
    boolean thinksItRuns = told.state() == RunState.RUNNING || told.state() == RunState.WAITING;
    if (!thinksItRuns) {
      return told;
    }
    double seconds = summary(clock).seconds();
    return isRunning()
        ? told.after(seconds)
        : told.endedFromOutside(state(), endedFromOutside(), seconds);
  }

  private String endedFromOutside() {
    return "Temporal ended the run (%s) before it could say why."
        .formatted(
            status.name().replace("WORKFLOW_EXECUTION_STATUS_", "").toLowerCase(Locale.ROOT));
  }
}
