package dev.emovox.orchestration;

import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.ScheduleCheck;
import dev.emovox.contracts.ScheduleFingerprint;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduleOutcome.Result;
import dev.emovox.contracts.ScheduledRetraining;
import dev.emovox.contracts.ScheduledRun;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * One start of a schedule. The run is a child with a name of its own, and remembered how it went is
 * in S3, because Temporal forgets workflows after days. A failed run fails this workflow, too,
 * which is how Temporal learns that a schedule is to be paused.
 */
public final class ScheduledRetrainingWorkflow implements ScheduledRetraining {

  @Override
  public ScheduleOutcome run(ScheduledRun scheduled) {
    ScheduledStart start = ScheduledStart.ofThisWorkflow();
    if (!scheduled.onlyIfChanged()) {
      return run(scheduled, start, null, "every start runs");
    }
    ScheduleCheck check = check(scheduled, start);
    return check.unchangedSince().isEmpty()
        ? run(scheduled, start, check.fingerprint(), check.reason())
        : remembered(withoutRun(scheduled, start, Result.UNCHANGED, check.reason()), null);
  }

  private static ScheduleCheck check(ScheduledRun scheduled, ScheduledStart start) {
    try {
      return Activities.changes().compareWithLastRun(scheduled);
    } catch (ActivityFailure failure) {
      if (Failures.isCancellation(failure)) {
        throw failure;
      }
      TemporalFailure why = Failures.ofRun(failure);
      remembered(withoutRun(scheduled, start, Result.FAILED, Failures.message(failure)), null);
      throw why;
    }
  }

  private static ScheduleOutcome run(
      ScheduledRun scheduled,
      ScheduledStart start,
      ScheduleFingerprint fingerprintOrNull,
      String reason) {
    String runId = start.runId(scheduled.plan().experiment());
    try {
      child(runId).run(scheduled.plan().withRunId(runId));
      return remembered(outcome(scheduled, start, Result.RAN, reason), fingerprintOrNull);
    } catch (ChildWorkflowFailure failure) {
      return ended(scheduled, start, failure);
    }
  }

  /** Only a run that failed may be begun again under its name. */
  private static Retraining child(String runId) {
    ChildWorkflowOptions options =
        ChildWorkflowOptions.newBuilder(ChildOptions.named(runId))
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
            .build();
    return Workflow.newChildWorkflowStub(Retraining.class, options);
  }

  private static ScheduleOutcome ended(
      ScheduledRun scheduled, ScheduledStart start, ChildWorkflowFailure failure) {
    if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
      String reason = "the run of this time was there already";
      return remembered(outcome(scheduled, start, Result.REPEATED, reason), null);
    }
    if (Failures.isCancellation(failure)) {
      String reason = "the run was cancelled";
      return remembered(outcome(scheduled, start, Result.CANCELLED, reason), null);
    }
    TemporalFailure why = Failures.ofRun(failure);
    remembered(outcome(scheduled, start, Result.FAILED, Failures.message(failure)), null);
    throw why;
  }

  private static ScheduleOutcome withoutRun(
      ScheduledRun scheduled, ScheduledStart start, Result result, String reason) {
    return new ScheduleOutcome(
        scheduled.scheduleId(), start.at().toEpochMilli(), result, Optional.empty(), reason);
  }

  private static ScheduleOutcome outcome(
      ScheduledRun scheduled, ScheduledStart start, Result result, String reason) {
    return new ScheduleOutcome(
        scheduled.scheduleId(),
        start.at().toEpochMilli(),
        result,
        Optional.of(start.runId(scheduled.plan().experiment())),
        reason);
  }

  /** Also when this workflow itself is cancelled, because the schedule starts another run. */
  private static ScheduleOutcome remembered(
      ScheduleOutcome outcome, ScheduleFingerprint fingerprintOrNull) {
    Workflow.newDetachedCancellationScope(
            () -> Activities.scheduleRecords().remember(outcome, fingerprintOrNull))
        .run();
    return outcome;
  }
}
