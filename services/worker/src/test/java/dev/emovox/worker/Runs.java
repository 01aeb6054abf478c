package dev.emovox.worker;

import static io.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.settings.TemporalEndpoint;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Starts runs and waits for what they come to. */
final class Runs implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long PAUSE_MILLIS = 50;

  private final TemporalConnection temporal;

  Runs(TemporalEndpoint endpoint) {
    this.temporal = new TemporalConnection(endpoint);
  }

  WorkflowStub start(ExperimentPlan plan) {
    WorkflowStub run =
        temporal
            .client()
            .newUntypedWorkflowStub(
                Retraining.class.getSimpleName(),
                WorkflowOptions.newBuilder()
                    .setWorkflowId(plan.runId())
                    .setTaskQueue(TaskQueues.CPU)
                    .build());
    run.start(plan);
    return run;
  }

  /** The result of a run that is to succeed. */
  RunStatus result(WorkflowStub run) {
    try {
      return run.getResult(PATIENCE.toSeconds(), TimeUnit.SECONDS, RunStatus.class);
    } catch (TimeoutException e) {
      throw new AssertionError("the run did not end: " + status(run), e);
    }
  }

  RunStatus status(WorkflowStub run) {
    return run.query("status", RunStatus.class);
  }

  /** Returns as soon as the status of a run is as wanted. */
  RunStatus await(WorkflowStub run, Predicate<RunStatus> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      RunStatus status = statusIfAnswered(run);
      if (status != null && wanted.test(status)) {
        return status;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("not reached: " + status(run));
  }

  /** Returns as soon as an activity of a run, or of a child of it, began after a moment. */
  void awaitActivity(WorkflowStub run, Instant moment) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!hasActivity(run.getExecution().getWorkflowId(), moment)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no activity since " + moment + ": " + status(run));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean hasActivity(String workflowId, Instant moment) {
    DescribeWorkflowExecutionResponse found =
        temporal.client().newUntypedWorkflowStub(workflowId).describe().getRawDescription();
    return found.getPendingActivitiesList().stream()
            .filter(activity -> activity.getState() == PENDING_ACTIVITY_STATE_STARTED)
            .anyMatch(
                activity -> activity.getLastStartedTime().getSeconds() >= moment.getEpochSecond())
        || found.getPendingChildrenList().stream()
            .anyMatch(child -> hasActivity(child.getWorkflowId(), moment));
  }

  /** No worker may be there to answer yet. */
  private RunStatus statusIfAnswered(WorkflowStub run) {
    try {
      return status(run);
    } catch (WorkflowServiceException e) {
      return null;
    }
  }

  static StageStatus stage(RunStatus status, String name) {
    return status.stages().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no stage " + name + " in " + status.stages()));
  }

  @Override
  public void close() {
    temporal.close();
  }
}
