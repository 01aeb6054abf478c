package dev.emovox.contracts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * What a schedule starts each time: a run of its plan, unless nothing changed and it asked for that
 * to be looked at. The workflow's id is the schedule's workflow id and the time that it fired for.
 */
@WorkflowInterface
public interface ScheduledRetraining {

  /** Runs the plan as a child, or says why not; fails if the run fails. */
  @WorkflowMethod
  ScheduleOutcome run(ScheduledRun scheduled);
}
