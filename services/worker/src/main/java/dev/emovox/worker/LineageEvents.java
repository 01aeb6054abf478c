package dev.emovox.worker;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.lineage.openlineage.LiveRun;
import dev.emovox.lineage.openlineage.delivery.EventDelivery;
import io.temporal.client.WorkflowClient;
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
 * all that it has not told, so that nothing depends on the asking. Events have the same ids from
 * whomever they come. Safe for use by several threads.
 */
final class LineageEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineageEvents.class);
  private static final long PAUSE_SECONDS = 2;

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
      RunStatus status = stub.query("status", RunStatus.class);
      boolean over = stub.describe().getWorkflowExecutionInfo().hasCloseTime();
      heard(status, over);
    } catch (WorkflowNotFoundException e) {
      forget(name);
    } catch (RuntimeException e) {
      // Temporal or all workers are away: the next time is soon.
      LOG.debug("The status of {} is not known now", name, e);
    }
  }

  private synchronized void heard(RunStatus status, boolean over) {
    LiveRun run = runs.get(status.id());
    if (run != null && status.state() == RunState.RUNNING) {
      tell(run, status);
    }
    if (over) {
      runs.remove(status.id());
    }
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
