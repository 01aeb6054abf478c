package dev.emovox.worker;

import dev.emovox.adapters.ActivityBoundary;
import dev.emovox.adapters.drift.DriftAdapter;
import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.lineage.openlineage.delivery.EventDelivery;
import dev.emovox.lineage.openlineage.delivery.EventSettings;
import dev.emovox.orchestration.AugmentationWorkflow;
import dev.emovox.orchestration.BaselineTrainingWorkflow;
import dev.emovox.orchestration.DriftWatchWorkflow;
import dev.emovox.orchestration.FeatureExtractionWorkflow;
import dev.emovox.orchestration.FineTuningWorkflow;
import dev.emovox.orchestration.PromotionWorkflow;
import dev.emovox.orchestration.RetrainingWorkflow;
import dev.emovox.orchestration.ScheduledRetrainingWorkflow;
import dev.emovox.settings.Endpoints;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for Temporal, then works until it is closed. One activity runs on each core at a time, so
 * that a run uses all cores of all workers and none is asked for more than it has; and one is at
 * the device, which trains and tests networks. Where the device is the processor, its threads share
 * the cores with the other activities, which the operating system does fairly as long as libtorch's
 * threads sleep while they wait for each other ({@code OMP_WAIT_POLICY=PASSIVE}, which a local
 * stack sets); no activity is held back for it, since most last for seconds and an epoch for hours.
 */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long PAUSE_SECONDS = 2;
  private static final long DRAIN_SECONDS = 15;
  private static final long INTERRUPT_SECONDS = 5;

  /** With the rest of the time to stop less than what the supervisor of a local stack grants. */
  private static final Duration LONGEST_CHECKPOINT = Duration.ofSeconds(60);

  /** What Temporal's library holds back else, most of a time-out, leaves no room for delays. */
  private static final Duration LONGEST_BEAT = Duration.ofSeconds(5);

  /** While all cores compute, a workflow's thread may get none for longer than the usual second. */
  private static final long DEADLOCK_MILLIS = 20_000;

  private final WorkerState state;
  private final ComputeDevice device;
  private final TemporalConnection temporal;
  private final ActivityServices activities;
  private final WorkerFactory factory;

  /** Null if nobody wants to know. */
  private LineageEvents events;

  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * A worker that has not begun.
   *
   * @param environment the variables of {@link TrainingSettings}, {@link EventSettings} and the
   *     ledger's keys
   * @param further what activities pass through besides
   */
  WorkerProcess(
      Endpoints endpoints,
      Map<String, String> environment,
      WorkerState state,
      WorkerInterceptor... further) {
    TrainingSettings training = TrainingSettings.of(environment);
    this.state = state;
    this.device = training.device();
    this.temporal = new TemporalConnection(endpoints.temporal());
    this.activities = new ActivityServices(endpoints, training, environment);
    this.factory =
        WorkerFactory.newInstance(
            temporal.client(),
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(interceptors(EventSettings.deliveries(environment), further))
                .validateAndBuildWithDefaults());
  }

  private WorkerInterceptor[] interceptors(
      List<EventDelivery> deliveries, WorkerInterceptor... further) {
    List<WorkerInterceptor> all = new ArrayList<>(List.of(new ActivityBoundary()));
    if (!deliveries.isEmpty()) {
      events = new LineageEvents(temporal.client(), deliveries, activities::plan);
      all.add(new LineageHook(events));
    }
    all.addAll(List.of(further));
    return all.toArray(new WorkerInterceptor[0]);
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
    registerDevice();
    factory.start();
    state.ready(
        "taking work from queues %s and %s (%s) of %s"
            .formatted(TaskQueues.CPU, TaskQueues.GPU, device, temporal.endpoint().address()));
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
                .setMaxHeartbeatThrottleInterval(LONGEST_BEAT)
                .build());
    worker.registerWorkflowImplementationTypes(
        RetrainingWorkflow.class,
        BaselineTrainingWorkflow.class,
        FeatureExtractionWorkflow.class,
        AugmentationWorkflow.class,
        FineTuningWorkflow.class,
        ScheduledRetrainingWorkflow.class,
        PromotionWorkflow.class,
        DriftWatchWorkflow.class);
    worker.registerActivitiesImplementations(activities.withoutDevice());
    worker.registerActivitiesImplementations(
        new DriftAdapter(temporal.service(), temporal.endpoint().namespace()));
  }

  /**
   * One activity at a time is at the device. It may beat while the worker stops, so that no other
   * worker begins the same before this one has left its checkpoint; and beats go out often, because
   * cancellation comes with their answers.
   */
  private void registerDevice() {
    factory
        .newWorker(
            TaskQueues.GPU,
            WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(1)
                .setMaxHeartbeatThrottleInterval(LONGEST_BEAT)
                .setAllowActivityHeartbeatDuringShutdown(true)
                .build())
        .registerActivitiesImplementations(activities.training());
  }

  /**
   * Takes no more work and lets what runs come to an end. An epoch leaves a checkpoint for the next
   * attempt, which may take a while; everything else is interrupted when its time is over, and done
   * again by another worker, or by the next.
   */
  @Override
  public void close() {
    state.notReady("stopping");
    activities.training().drain();
    factory.shutdown();
    factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    if (!factory.isTerminated()) {
      awaitCheckpoint();
      LOG.info("Interrupting what still runs");
      factory.shutdownNow();
      factory.awaitTermination(INTERRUPT_SECONDS, TimeUnit.SECONDS);
    }
    if (events != null) {
      events.close();
    }
    activities.close();
    temporal.close();
    LOG.info("Stopped");
    closing.countDown();
  }

  private void awaitCheckpoint() {
    try {
      if (!activities.training().awaitIdle(LONGEST_CHECKPOINT)) {
        LOG.warn(
            "The device is still at work; what it did since its last checkpoint is done again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
