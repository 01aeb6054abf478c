package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetrainingFailureTest {
  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void invalidInputIsTriedOnceAndFailsTheRunWithItsOwnWords() {
    flow.ingestion.behaviour =
        attempt -> {
          throw ApplicationFailure.newFailure("No corpus in /speech.", FailureType.INVALID_INPUT);
        };

    WorkflowStub run = flow.start(Plans.twoByTwo("bad-1"));
    ApplicationFailure failure = failureOf(run);

    assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
    assertThat(failure.getOriginalMessage()).isEqualTo("No corpus in /speech.");
    assertThat(flow.ingestion.attempts).hasValue(1);
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.error()).isEqualTo("No corpus in /speech.");
    assertThat(status.stages()).extracting(StageStatus::state).containsExactly(RunState.FAILED);
    assertThat(flow.tracking.closed).extracting(RunStatus::state).containsExactly(RunState.FAILED);
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() {
    flow.tracking.opening =
        attempt -> {
          if (attempt < 30) {
            throw ApplicationFailure.newFailure("away", FailureType.SERVER_UNAVAILABLE);
          }
        };

    RunStatus status = flow.start(Plans.twoByTwo("away-1")).getResult(RunStatus.class);

    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(flow.tracking.openAttempts).hasValue(30);
  }

  @Test
  void aFailureInAChildNamesItsStageAndCancelsTheOthers() {
    flow.baselines.behaviour =
        attempt -> {
          throw ApplicationFailure.newFailure("One class only.", FailureType.WORK_FAILED);
        };

    WorkflowStub run = flow.start(Plans.twoByTwo("bad-2"));
    ApplicationFailure failure = failureOf(run);

    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.error()).isEqualTo("One class only.");
    assertThat(status.stages())
        .filteredOn(stage -> stage.name().startsWith("fit"))
        .extracting(StageStatus::state)
        .contains(RunState.FAILED)
        .doesNotContain(RunState.RUNNING, RunState.DONE);
    assertThat(flow.tracking.registered).isEmpty();
  }

  @Test
  void aPictureThatFailsCostsNoModelAndIsSeen() {
    flow.maps.behaviour =
        attempt -> {
          throw ApplicationFailure.newFailure("A bug in a picture.", FailureType.WORK_FAILED);
        };

    WorkflowStub run = flow.start(Plans.twoByTwo("bad-5"));
    ApplicationFailure failure = failureOf(run);

    assertThat(failure.getOriginalMessage()).isEqualTo("A bug in a picture.");
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.models()).hasSize(4);
    assertThat(status.registered()).isNotNull();
    assertThat(flow.tracking.registered).hasSize(1);
  }

  @Test
  void aTrackingServerThatFailsWhileClosingDoesNotHideTheFailure() {
    flow.ingestion.behaviour =
        attempt -> {
          throw ApplicationFailure.newFailure("Nothing there.", FailureType.INVALID_INPUT);
        };
    flow.tracking.closing =
        attempt -> {
          throw ApplicationFailure.newFailure("away", FailureType.SERVER_UNAVAILABLE);
        };

    assertThat(failureOf(flow.start(Plans.twoByTwo("bad-3"))).getOriginalMessage())
        .isEqualTo("Nothing there.");
  }

  @Test
  void aPlanThatCannotWorkIsRefusedBeforeAnythingIsOpened() {
    ExperimentPlan plan = Plans.registering(Plans.twoByTwo("bad-4"), "randon");

    ApplicationFailure failure = failureOf(flow.start(plan));

    assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
    assertThat(failure.getOriginalMessage()).contains("'randon'").contains("random");
    assertThat(flow.tracking.openAttempts).hasValue(0);
  }

  @Test
  void cancellationStopsTheWorkAndClosesTheTrackedRun() throws InterruptedException {
    CountDownLatch extracting = new CountDownLatch(1);
    flow.features.behaviour = attempt -> heartbeatUntilCancelled(extracting);
    WorkflowStub run = flow.start(Plans.twoByTwo("stop-1"));
    extracting.await();

    run.cancel();

    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> run.getResult(RunStatus.class));
    assertThat(failure).hasCauseInstanceOf(CanceledFailure.class);
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.state()).isEqualTo(RunState.CANCELLED);
    assertThat(status.stages())
        .filteredOn(stage -> stage.name().equals("features"))
        .extracting(StageStatus::state)
        .containsExactly(RunState.CANCELLED);
    assertThat(flow.tracking.closed)
        .extracting(RunStatus::state)
        .containsExactly(RunState.CANCELLED);
  }

  private static void heartbeatUntilCancelled(CountDownLatch started) {
    var context = Activity.getExecutionContext();
    started.countDown();
    while (!Thread.currentThread().isInterrupted()) {
      context.heartbeat(null);
      Thread.onSpinWait();
    }
  }

  private static ApplicationFailure failureOf(WorkflowStub run) {
    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> run.getResult(RunStatus.class));
    assertThat(failure).hasCauseInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure) failure.getCause();
  }
}
