package dev.emovox.worker;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunBeginning;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.lineage.openlineage.LiveRun;
import dev.emovox.lineage.openlineage.delivery.EventDelivery;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the events of runs while they go on. A run that was opened by this worker is asked for its
 * status now and then, which leaves nothing in its history; and whichever worker closes a run tells
 * all that it has not told, so that nothing depends on the asking. Only the end of a run that is
 * terminated does: nothing of a run is run then, and who asks next tells it. Events have the same
 * ids from whomever they come. Safe for use by several threads.
 */
final class LineageEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineageEvents.class);
  private static final long PAUSE_SECONDS = 2;
  private static final double MILLIS_PER_SECOND = 1000;

  private final WorkflowClient client;
  private final List<EventDelivery> deliveries;
  private final Function<String, ExperimentPlan> plans;
  private final Map<String, LiveRun> runs = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(LineageEvents::daemon);
  private final ScheduledFuture<?> asking;

  /**
   * Tells of runs.
   *
   * @param deliveries to each receiver; closed with this
   * @param plans finds the plan of a run that another worker opened
   */
  LineageEvents(
      WorkflowClient client,
      List<EventDelivery> deliveries,
      Function<String, ExperimentPlan> plans) {
    this.client = client;
    this.deliveries = List.copyOf(deliveries);
    this.plans = plans;
    this.asking =
        clock.scheduleWithFixedDelay(this::ask, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lineage");
    thread.setDaemon(true);
    return thread;
  }

  /** A run was opened here. */
  synchronized void opened(ExperimentPlan plan) {
    runs.putIfAbsent(plan.runId(), new LiveRun(plan));
  }

  /** A run has ended. */
  synchronized void closed(RunStatus status) {
    LiveRun run = runs.remove(status.id());
    tell(run == null ? new LiveRun(plans.apply(status.id())) : run, status);
  }

  private void tell(LiveRun run, RunStatus status) {
    run.update(status).forEach(event -> deliveries.forEach(delivery -> delivery.offer(event)));
  }

  private void ask() {
    List<String> names;
    synchronized (this) {
      names = List.copyOf(runs.keySet());
    }
    names.forEach(this::ask);
  }

  private void ask(String name) {
    try {
      WorkflowStub stub = client.newUntypedWorkflowStub(name);
      WorkflowExecutionDescription execution = stub.describe();
      if (execution.getCloseTime() == null) {
        heard(stub.query("status", RunStatus.class));
      } else {
        ended(name, execution);
      }
    } catch (WorkflowNotFoundException e) {
      forget(name);
    } catch (RuntimeException e) {
      // Temporal or all workers are away: the next time is soon.
      LOG.debug("The status of {} is not known now", name, e);
    }
  }

  private synchronized void heard(RunStatus status) {
    LiveRun run = runs.get(status.id());
    if (run != null && status.state() == RunState.RUNNING) {
      tell(run, status);
    }
  }

  /**
   * A run that Temporal ended without asking it could not say so, and can't be asked any more. Of
   * every other end the run itself tells, by the worker that closes it.
   */
  private synchronized void ended(String name, WorkflowExecutionDescription execution) {
    LiveRun run = runs.get(name);
    boolean terminated =
        execution.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
    boolean late =
        execution.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT;
    if (run != null && (terminated || late)) {
      RunStatus last = run.last(() -> RunBeginning.millis(client, name));
      long millis = execution.getCloseTime().toEpochMilli() - last.startedAtMillis();
      tell(
          run,
          last.endedFromOutside(
              terminated ? RunState.CANCELLED : RunState.FAILED,
              "Temporal ended the run before it could say why.",
              Math.max(0, millis) / MILLIS_PER_SECOND));
    }
    runs.remove(name);
  }

  private synchronized void forget(String name) {
    runs.remove(name);
  }

  @Override
  public void close() {
    asking.cancel(true);
    clock.shutdownNow();
    deliveries.forEach(EventDelivery::close);
  }
}
