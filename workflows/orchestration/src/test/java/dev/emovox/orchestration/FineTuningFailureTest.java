package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.RunState;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FineTuningFailureTest {
  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void aFailureInTheMiddleClosesTheOpenRunsAndKeepsItsWords() {
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.stageIndex() == 1 && epoch.epoch() == 2) {
            throw ApplicationFailure.newFailure("The loss is no number.", FailureType.WORK_FAILED);
          }
        };

    WorkflowStub network = flow.start(twoStages("fails"));
    WorkflowFailedException failure = failureOf(network);

    assertThat(failure).rootCause().isInstanceOf(ApplicationFailure.class);
    assertThat(flow.trainingTracking.abandoned)
        .extracting(run -> run.run().runId(), AbandonedRun::state, AbandonedRun::error)
        .containsExactly(
            tuple("xlsr-stage-2", RunState.FAILED, "The loss is no number."),
            tuple("xlsr", RunState.FAILED, "The loss is no number."));
    assertThat(flow.journal.entries())
        .contains("settle stage-1")
        .doesNotContain("close stage-2", "test");
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() {
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.epoch() == 2 && attempt < 20) {
            throw ApplicationFailure.newFailure("away", FailureType.SERVER_UNAVAILABLE);
          }
        };

    FineTunedModel model = flow.start(twoStages("away")).getResult(FineTunedModel.class);

    assertThat(model.stages()).hasSize(2);
    assertThat(flow.journal.entries(entry -> entry.equals("train stage-1 epoch 2"))).hasSize(20);
  }

  @Test
  void aCancelledEpochLeavesItsLastCheckpointBeforeTheRunsAreClosed() throws InterruptedException {
    CountDownLatch training = new CountDownLatch(1);
    flow.training.behaviour = (epoch, attempt) -> flow.training.untilCancelled(training);
    WorkflowStub network = flow.start(twoStages("stops"));
    training.await();

    network.cancel();

    assertThat(failureOf(network)).hasCauseInstanceOf(CanceledFailure.class);
    assertThat(flow.journal.entries())
        .endsWith("checkpoint", "abandon xlsr-stage-1", "abandon xlsr");
    assertThat(flow.trainingTracking.abandoned)
        .extracting(AbandonedRun::state, AbandonedRun::error)
        .containsOnly(tuple(RunState.CANCELLED, null));
  }

  @Test
  void anEpochWhoseWorkerIsLostIsTriedAgain() {
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.epoch() == 2 && attempt == 1) {
            Activity.getExecutionContext().doNotCompleteOnReturn();
          }
        };

    FineTunedModel model =
        flow.start(Networks.request("lost", Networks.network(Networks.stage(Networks.FIRST, 2))))
            .getResult(FineTunedModel.class);

    assertThat(model.stages().get(0).epochs()).hasSize(2);
    assertThat(flow.journal.entries(entry -> entry.startsWith("train")))
        .containsExactly("train stage-1 epoch 1", "train stage-1 epoch 2", "train stage-1 epoch 2");
  }

  @Test
  void aCheckpointThatIsGoneIsMadeAgain() {
    AtomicInteger failures = new AtomicInteger();
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.stageIndex() == 1 && failures.getAndIncrement() == 0) {
            throw gone();
          }
        };

    FineTunedModel model = flow.start(twoStages("gone")).getResult(FineTunedModel.class);

    assertThat(model.stages()).hasSize(2);
    assertThat(flow.journal.entries(entry -> entry.startsWith("find") || entry.startsWith("tr")))
        .containsExactly(
            "find stage-1",
            "train stage-1 epoch 1",
            "train stage-1 epoch 2",
            "find stage-2",
            "train stage-2 epoch 1",
            "train stage-1 epoch 1",
            "train stage-1 epoch 2",
            "train stage-2 epoch 1",
            "train stage-2 epoch 2");
    assertThat(flow.trainingTracking.abandoned).isEmpty();
  }

  @Test
  void aCheckpointThatIsAlwaysGoneFailsTheNetwork() {
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.epoch() == 2) {
            throw gone();
          }
        };

    assertThat(failureOf(flow.start(twoStages("always-gone")))).isNotNull();
    assertThat(flow.training.epochs).hasSize(2 * NetworkTraining.ATTEMPTS);
  }

  private static ApplicationFailure gone() {
    return ApplicationFailure.newFailure("The checkpoint is gone.", FailureType.CHECKPOINT_GONE);
  }

  private static FineTuningRequest twoStages(String runId) {
    return Networks.request(
        runId,
        Networks.network(Networks.stage(Networks.FIRST, 2), Networks.stage(Networks.SECOND, 2)));
  }

  private static WorkflowFailedException failureOf(WorkflowStub network) {
    return catchThrowableOfType(
        WorkflowFailedException.class, () -> network.getResult(FineTunedModel.class));
  }
}
