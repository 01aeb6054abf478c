package dev.emovox.cli.temporal;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ExecutionTest {
  private static final Instant STARTED = Instant.ofEpochMilli(Statuses.STARTED);
  private static final Clock LATER = Clock.fixed(STARTED.plusSeconds(60), ZoneOffset.UTC);

  private static Execution execution(WorkflowExecutionStatus status, Instant closed) {
    return new Execution(Statuses.RUN, status, STARTED, closed);
  }

  @Test
  void aRunThatGoesOnHasTakenTheTimeUntilNow() {
    Execution running = execution(WORKFLOW_EXECUTION_STATUS_RUNNING, null);

    RunStatus status = running.correct(Statuses.running(), LATER);

    assertThat(status.state()).isEqualTo(RunState.RUNNING);
    assertThat(status.seconds()).isEqualTo(60);
    assertThat(status.stages()).isEqualTo(Statuses.running().stages());
  }

  @Test
  void aRunThatWasTerminatedIsCancelledWithWhatItWasAt() {
    Execution terminated = execution(WORKFLOW_EXECUTION_STATUS_TERMINATED, STARTED.plusSeconds(20));

    RunStatus status = terminated.correct(Statuses.running(), LATER);

    assertThat(status.state()).isEqualTo(RunState.CANCELLED);
    assertThat(status.error()).contains("terminated");
    assertThat(status.seconds()).isEqualTo(20);
    assertThat(status.stages())
        .extracting(StageStatus::state)
        .containsExactly(RunState.DONE, RunState.CANCELLED);
    assertThat(status.stages().get(1).seconds()).isEqualTo(20);
  }

  @Test
  void aRunThatTookTooLongFailed() {
    Execution late = execution(WORKFLOW_EXECUTION_STATUS_TIMED_OUT, STARTED.plusSeconds(20));

    assertThat(late.correct(Statuses.running(), LATER).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void whatARunKnowsOfItsOwnEndStands() {
    Execution failed = execution(WORKFLOW_EXECUTION_STATUS_FAILED, STARTED.plusSeconds(20));

    assertThat(failed.correct(Statuses.failed(), LATER)).isEqualTo(Statuses.failed());
  }
}
