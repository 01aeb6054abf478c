package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.contracts.SearchAttributes;
import dev.emovox.contracts.TaskQueues;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/** The workflows on Temporal's in-memory server with fakes for the activities. */
final class FlowUnderTest implements AutoCloseable {
  final FakeIngestion ingestion = new FakeIngestion();
  final FakeFeatures features = new FakeFeatures();
  final FakeMaps maps = new FakeMaps();
  final FakeAugmentation augmentation = new FakeAugmentation();
  final FakeBaselines baselines = new FakeBaselines();
  final FakeTracking tracking = new FakeTracking();
  final Journal journal = new Journal();
  final FakeFineTuning fineTuning = new FakeFineTuning(journal);
  final FakeTraining training = new FakeTraining(journal);
  final FakeTrainingTracking trainingTracking = new FakeTrainingTracking(journal);
  final FakeScheduleRecords schedules = new FakeScheduleRecords();
  final TestWorkflowEnvironment environment;

  FlowUnderTest() {
    this(TestWorkflowEnvironment.newInstance());
  }

  /** On a server of one's own choice. */
  FlowUnderTest(TestWorkflowEnvironment environment) {
    this.environment = environment;
    register(SearchAttributes.EXPERIMENT.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    register(SearchAttributes.STAGE.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    register(
        SearchAttributes.UNWEIGHTED_AVERAGE_RECALL.getName(),
        IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE);
    Worker worker = environment.newWorker(TaskQueues.CPU, Patience.onABusyMachine());
    worker.registerWorkflowImplementationTypes(
        RetrainingWorkflow.class,
        BaselineTrainingWorkflow.class,
        FeatureExtractionWorkflow.class,
        AugmentationWorkflow.class,
        FineTuningWorkflow.class,
        ScheduledRetrainingWorkflow.class);
    worker.registerActivitiesImplementations(
        ingestion,
        new FakeSplits(),
        features,
        maps,
        augmentation,
        baselines,
        tracking,
        fineTuning,
        trainingTracking,
        schedules);
    environment.newWorker(TaskQueues.GPU, oneDevice()).registerActivitiesImplementations(training);
    environment.start();
  }

  /** Starts the plan. */
  WorkflowStub start(ExperimentPlan plan) {
    Retraining stub =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                Retraining.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(plan.runId())
                    .setTaskQueue(TaskQueues.CPU)
                    .build());
    WorkflowStub run = WorkflowStub.fromTyped(stub);
    run.start(plan);
    return run;
  }

  /** Does what a schedule does when it fires. */
  WorkflowStub start(String workflowId, ScheduledRun scheduled) {
    WorkflowStub start =
        environment
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                "ScheduledRetraining",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(workflowId)
                    .setTaskQueue(TaskQueues.CPU)
                    .build());
    start.start(scheduled);
    return start;
  }

  /** Starts a network on its own, without a run around it. */
  WorkflowStub start(FineTuningRequest request) {
    WorkflowStub network =
        environment
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                "FineTuning",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(request.plan().runId())
                    .setTaskQueue(TaskQueues.CPU)
                    .build());
    network.start(request);
    return network;
  }

  /** A cancelled epoch hears of it at once. */
  private static WorkerOptions oneDevice() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(1)
        .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
        .build();
  }

  @Override
  public void close() {
    environment.close();
  }

  private void register(String name, IndexedValueType type) {
    environment.registerSearchAttribute(name, type);
  }
}
