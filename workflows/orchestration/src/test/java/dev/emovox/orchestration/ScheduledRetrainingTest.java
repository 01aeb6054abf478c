package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduleOutcome.Result;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledRetrainingTest {
  private static final String ID = "schedule-nightly-2026-01-31T02:30:00Z";

  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void runsUnderANameThatTheTimeDecides() {
    ScheduleOutcome outcome =
        flow.start(ID, Plans.scheduled("nightly", true)).getResult(ScheduleOutcome.class);

    assertThat(outcome.result()).isEqualTo(Result.RAN);
    assertThat(outcome.scheduledAtMillis())
        .isEqualTo(Instant.parse("2026-01-31T02:30:00Z").toEpochMilli());
    String runId = outcome.runId().orElseThrow();
    assertThat(runId).matches(".+-20260131-023000-[0-9a-f]{4}");
    RunStatus status =
        flow.environment
            .getWorkflowClient()
            .newUntypedWorkflowStub(runId)
            .getResult(RunStatus.class);
    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(flow.schedules.outcomes).containsExactly(outcome);
    assertThat(flow.schedules.fingerprints).containsExactly(FakeScheduleRecords.NOW);
  }

  @Test
  void skipsWhatIsUnchanged() {
    flow.schedules.unchangedSince = Optional.of("earlier");

    ScheduleOutcome outcome =
        flow.start(ID, Plans.scheduled("nightly", true)).getResult(ScheduleOutcome.class);

    assertThat(outcome.result()).isEqualTo(Result.UNCHANGED);
    assertThat(outcome.runId()).isEmpty();
    assertThat(outcome.reason()).isEqualTo("the fake says so");
    assertThat(flow.ingestion.attempts).hasValue(0);
    assertThat(flow.schedules.outcomes).containsExactly(outcome);
    assertThat(flow.schedules.fingerprints).isEmpty();
  }

  @Test
  void runsUnchangedDataUnlessAskedToLook() {
    flow.schedules.unchangedSince = Optional.of("earlier");

    ScheduleOutcome outcome =
        flow.start(ID, Plans.scheduled("nightly", false)).getResult(ScheduleOutcome.class);

    assertThat(outcome.result()).isEqualTo(Result.RAN);
    assertThat(flow.schedules.fingerprints).isEmpty();
  }

  @Test
  void aRunThatIsThereIsNotBegunAgain() {
    flow.start(ID, Plans.scheduled("nightly", false)).getResult(ScheduleOutcome.class);

    ScheduleOutcome again =
        flow.start(ID, Plans.scheduled("nightly", false)).getResult(ScheduleOutcome.class);

    assertThat(again.result()).isEqualTo(Result.REPEATED);
    assertThat(flow.ingestion.attempts).hasValue(1);
  }

  @Test
  void aLookThatFailsIsRememberedToo() {
    flow.schedules.failure = "The data folder /speech does not exist.";

    WorkflowStub start = flow.start(ID, Plans.scheduled("nightly", true));
    WorkflowFailedException failure =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> start.getResult(ScheduleOutcome.class));

    assertThat(failure.getCause()).hasMessageContaining("/speech");
    assertThat(flow.schedules.outcomes)
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.result()).isEqualTo(Result.FAILED);
              assertThat(outcome.runId()).isEmpty();
              assertThat(outcome.reason()).contains("/speech");
            });
  }

  @Test
  void aFailedRunFailsTheStartAndIsRemembered() {
    flow.ingestion.behaviour =
        attempt -> {
          throw ApplicationFailure.newFailure("No corpus in /speech.", FailureType.INVALID_INPUT);
        };

    WorkflowStub start = flow.start(ID, Plans.scheduled("nightly", true));
    WorkflowFailedException failure =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> start.getResult(ScheduleOutcome.class));

    assertThat(failure.getCause()).hasMessageContaining("No corpus in /speech.");
    assertThat(flow.schedules.outcomes)
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.result()).isEqualTo(Result.FAILED);
              assertThat(outcome.reason()).isEqualTo("No corpus in /speech.");
            });
    assertThat(flow.schedules.fingerprints).isEmpty();
  }
}
