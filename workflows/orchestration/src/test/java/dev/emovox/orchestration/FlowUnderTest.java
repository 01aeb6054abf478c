package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.SearchAttributes;
import dev.emovox.contracts.TaskQueues;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;

/** The workflows on Temporal's in-memory server with fakes for the activities. */
final class FlowUnderTest implements AutoCloseable {
  final FakeIngestion ingestion = new FakeIngestion();
  final FakeFeatures features = new FakeFeatures();
  final FakeBaselines baselines = new FakeBaselines();
  final FakeTracking tracking = new FakeTracking();
  final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();

  FlowUnderTest() {
    register(SearchAttributes.EXPERIMENT.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    register(SearchAttributes.STAGE.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    register(
        SearchAttributes.UNWEIGHTED_AVERAGE_RECALL.getName(),
        IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE);
    Worker worker = environment.newWorker(TaskQueues.CPU);
    worker.registerWorkflowImplementationTypes(
        RetrainingWorkflow.class, BaselineTrainingWorkflow.class, FeatureExtractionWorkflow.class);
    worker.registerActivitiesImplementations(
        ingestion, new FakeSplits(), features, baselines, tracking);
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

  @Override
  public void close() {
    environment.close();
  }

  private void register(String name, IndexedValueType type) {
    environment.registerSearchAttribute(name, type);
  }
}
