package dev.emovox.worker;

import dev.emovox.adapters.ActivityBoundary;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.orchestration.BaselineTrainingWorkflow;
import dev.emovox.orchestration.FeatureExtractionWorkflow;
import dev.emovox.orchestration.FineTuningWorkflow;
import dev.emovox.orchestration.RetrainingWorkflow;
import dev.emovox.settings.Endpoints;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for Temporal, then works until it is closed. One activity runs on each core at a time, so
 * that a run uses all cores of all workers and none is asked for more than it has.
 */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long PAUSE_SECONDS = 2;
  private static final long DRAIN_SECONDS = 15;
  private static final long INTERRUPT_SECONDS = 5;

  /** While all cores compute, a workflow's thread may get none for longer than the usual second. */
  private static final long DEADLOCK_MILLIS = 20_000;

  private final WorkerState state;
  private final TemporalConnection temporal;
  private final ActivityServices activities;
  private final WorkerFactory factory;
  private final CountDownLatch closing = new CountDownLatch(1);

  WorkerProcess(Endpoints endpoints, WorkerState state) {
    this.state = state;
    this.temporal = new TemporalConnection(endpoints.temporal());
    this.activities = new ActivityServices(endpoints);
    this.factory =
        WorkerFactory.newInstance(
            temporal.client(),
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new ActivityBoundary())
                .validateAndBuildWithDefaults());
  }

  /** Returns when the worker is closed, by another thread. */
  void run() throws InterruptedException {
    awaitTemporal();
    if (closing.getCount() == 0) {
      return;
    }
    new SearchAttributeRegistration(temporal).ensure();
    activities.storeProblem().ifPresent(problem -> LOG.warn("{} Runs wait or fail.", problem));
    register();
    factory.start();
    state.ready(
        "taking work from queue " + TaskQueues.CPU + " of " + temporal.endpoint().address());
    closing.await();
  }

  private void awaitTemporal() throws InterruptedException {
    TemporalReadiness readiness = new TemporalReadiness(temporal);
    Optional<String> obstacle = readiness.obstacle();
    while (obstacle.isPresent()) {
      state.notReady(obstacle.get());
      if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      obstacle = readiness.obstacle();
    }
  }

  private void register() {
    Worker worker =
        factory.newWorker(
            TaskQueues.CPU,
            WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(Runtime.getRuntime().availableProcessors())
                .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
                .build());
    worker.registerWorkflowImplementationTypes(
        RetrainingWorkflow.class,
        BaselineTrainingWorkflow.class,
        FeatureExtractionWorkflow.class,
        FineTuningWorkflow.class);
    worker.registerActivitiesImplementations(activities.implementations());
  }

  /**
   * Takes no more work, lets what runs come to an end, and after a while interrupts it; what was
   * not finished is done by another worker, or by the next.
   */
  @Override
  public void close() {
    state.notReady("stopping");
    factory.shutdown();
    factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    if (!factory.isTerminated()) {
      LOG.info("Interrupting what still runs");
      factory.shutdownNow();
      factory.awaitTermination(INTERRUPT_SECONDS, TimeUnit.SECONDS);
    }
    activities.close();
    temporal.close();
    LOG.info("Stopped");
    closing.countDown();
  }
}
