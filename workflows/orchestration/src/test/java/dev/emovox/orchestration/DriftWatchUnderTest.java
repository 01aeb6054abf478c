package dev.emovox.orchestration;

import dev.emovox.contracts.DriftEntry;
import dev.emovox.contracts.DriftHistory;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftRetraining;
import dev.emovox.contracts.DriftWatch;
import dev.emovox.contracts.DriftedQuantity;
import dev.emovox.contracts.TaskQueues;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The watch of a model on Temporal's in-memory server, or on a server of one's own choice. */
final class DriftWatchUnderTest implements AutoCloseable {
  static final String ID = DriftWatch.workflowId("emovox");
  static final DriftRetraining NIGHTLY = new DriftRetraining("nightly", 3600);
  private static final long PAUSE_MILLIS = 20;

  final FakeDrift activities = new FakeDrift();
  final TestWorkflowEnvironment environment;

  DriftWatchUnderTest(TestWorkflowEnvironment environment) {
    this.environment = environment;
    Worker worker = environment.newWorker(TaskQueues.CPU, Patience.onABusyMachine());
    worker.registerWorkflowImplementationTypes(DriftWatchWorkflow.class);
    worker.registerActivitiesImplementations(activities);
    environment.start();
  }

  static DriftReport alarm(String id, DriftRetraining retraining) {
    DriftedQuantity level =
        new DriftedQuantity("level", 3.5, 0.9, Optional.of(-25.0), Optional.of(-45.0));
    return new DriftReport(
        id, "3", "sha256:ab", 1_769_860_800_000L, List.of(level), Optional.ofNullable(retraining));
  }

  /** As services do it: the first report starts the watch. */
  void report(DriftReport report) {
    WorkflowClient client = environment.getWorkflowClient();
    DriftWatch watch =
        client.newWorkflowStub(
            DriftWatch.class,
            WorkflowOptions.newBuilder().setWorkflowId(ID).setTaskQueue(TaskQueues.CPU).build());
    BatchRequest both = client.newSignalWithStartRequest();
    both.add(watch::watch, DriftHistory.none());
    both.add(watch::raised, report);
    client.signalWithStart(both);
  }

  /** The history, once it is as wanted. */
  DriftHistory await(Predicate<DriftHistory> wanted) throws InterruptedException {
    DriftWatch watch = environment.getWorkflowClient().newWorkflowStub(DriftWatch.class, ID);
    DriftHistory history = watch.history();
    while (!wanted.test(history)) {
      Thread.sleep(PAUSE_MILLIS);
      history = watch.history();
    }
    return history;
  }

  List<DriftEntry> alarms(int number) throws InterruptedException {
    return await(history -> history.alarms().size() >= number).alarms();
  }

  @Override
  public void close() {
    environment.close();
  }
}
