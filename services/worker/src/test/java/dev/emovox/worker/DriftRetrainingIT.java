package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.DriftEntry;
import dev.emovox.contracts.DriftHistory;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftResponse.Action;
import dev.emovox.contracts.DriftRetraining;
import dev.emovox.contracts.DriftWatch;
import dev.emovox.contracts.ScheduleOverlap;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.settings.Endpoints;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Alarms of drift that let a schedule of a real Temporal fire, once and not again too soon. */
@ExtendWith(Stack.class)
class DriftRetrainingIT {
  private static final String MODEL = "drifting";
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @TempDir private Path data;
  private InProcessWorker worker;
  private TemporalConnection temporal;
  private WorkflowClient client;
  private ScheduleHandle schedule;

  @BeforeEach
  void start(Stack.Running stack) {
    Endpoints endpoints = stack.withBucket("drift-" + data.getFileName());
    worker = InProcessWorker.start(endpoints);
    temporal = new TemporalConnection(endpoints.temporal());
    client = temporal.client();
    schedule = create("for-drift", "ScheduledRetraining");
  }

  @AfterEach
  void stop() {
    WorkflowStub.fromTyped(watch()).terminate("the test is over");
    schedule.delete();
    temporal.close();
    worker.close();
  }

  @Test
  void firesOnceAndNotAgainBeforeThePauseIsOver() throws Exception {
    tell("first", Optional.of(new DriftRetraining("for-drift", 3600)));
    tell("second", Optional.of(new DriftRetraining("for-drift", 3600)));
    tell("second", Optional.of(new DriftRetraining("for-drift", 3600)));
    tell("noted", Optional.empty());
    assertThat(actions(3)).containsExactly(Action.RETRAINING, Action.WAITING, Action.NOTED);
    assertThat(fired(1)).isEqualTo(1);
  }

  @Test
  void whatCantTrainIsRefused() throws Exception {
    schedule.pause("holidays");
    tell("paused", Optional.of(new DriftRetraining("for-drift", 3600)));
    assertThat(actions(1)).containsExactly(Action.REFUSED);
    ScheduleHandle other = create("other", "SomethingElse");
    try {
      tell("other", Optional.of(new DriftRetraining("other", 3600)));
      tell("none", Optional.of(new DriftRetraining("nowhere", 3600)));
      assertThat(actions(3)).containsOnly(Action.REFUSED);
      assertThat(history().alarms().get(2).response().reason()).contains("nowhere");
    } finally {
      other.delete();
    }
    schedule.unpause();
    tell("at last", Optional.of(new DriftRetraining("for-drift", 3600)));
    assertThat(actions(4)).endsWith(Action.RETRAINING);
  }

  /** Never fires by itself; its run fails at once, since there is no speech. */
  private ScheduleHandle create(String id, String workflow) {
    ScheduledRun run =
        new ScheduledRun(
            id,
            false,
            new ScheduleRules("", "UTC", 86_400, 0, ScheduleOverlap.SKIP, 60, 0, false),
            SmallExperiment.plan("", data.resolve("nowhere"), 100));
    return ScheduleClient.newInstance(temporal.service())
        .createSchedule(
            id,
            Schedule.newBuilder()
                .setAction(
                    ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(workflow)
                        .setArguments(run)
                        .setOptions(
                            WorkflowOptions.newBuilder()
                                .setWorkflowId("schedule-" + id)
                                .setTaskQueue(TaskQueues.CPU)
                                .build())
                        .build())
                .setSpec(ScheduleSpec.newBuilder().build())
                .build(),
            ScheduleOptions.newBuilder().build());
  }

  private void tell(String alarm, Optional<DriftRetraining> retraining) {
    DriftWatch watch =
        client.newWorkflowStub(
            DriftWatch.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(DriftWatch.workflowId(MODEL))
                .setTaskQueue(TaskQueues.CPU)
                .build());
    BatchRequest both = client.newSignalWithStartRequest();
    both.add(watch::watch, DriftHistory.none());
    both.add(watch::raised, new DriftReport(alarm, "1", "sha256:0", 1, List.of(), retraining));
    client.signalWithStart(both);
  }

  private DriftWatch watch() {
    return client.newWorkflowStub(DriftWatch.class, DriftWatch.workflowId(MODEL));
  }

  private DriftHistory history() {
    return watch().history();
  }

  private List<Action> actions(int number) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (history().alarms().size() < number && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    return history().alarms().stream().map(DriftEntry::response).map(r -> r.action()).toList();
  }

  /** How often the schedule fired, once it did so often. */
  private long fired(int number) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (count() < number && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    return count();
  }

  private long count() {
    return schedule.describe().getInfo().getNumActions();
  }
}
