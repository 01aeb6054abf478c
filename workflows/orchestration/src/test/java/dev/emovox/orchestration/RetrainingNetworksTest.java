package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.FineTuningSettings;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RetrainingNetworksTest {
  private static final FineTuningSettings TWO_STAGES =
      Networks.network(Networks.stage(Networks.FIRST, 2), Networks.stage(Networks.SECOND, 2));
  private static final FineTuningSettings ONE_STAGE =
      Networks.network(Networks.impatient(Networks.FIRST, 4));

  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void everyNetworkIsTrainedOnEverySplit() {
    RunStatus status = run(Plans.with(Plans.twoByTwo("net-1"), TWO_STAGES));

    assertThat(status.models()).hasSize(4);
    assertThat(status.networks())
        .extracting(NetworkStatus::name, NetworkStatus::split, NetworkStatus::state)
        .containsExactly(
            tuple("xlsr", "random", RunState.DONE), tuple("xlsr", "speaker", RunState.DONE));
    assertThat(status.networks())
        .allSatisfy(network -> assertThat(network.evaluation()).isNotNull())
        .allSatisfy(network -> assertThat(network.modelPackage()).isNotNull())
        .flatExtracting(NetworkStatus::stages)
        .extracting(NetworkStageStatus::name, stage -> stage.epochs().size())
        .containsExactly(
            tuple("stage-1", 2), tuple("stage-2", 2), tuple("stage-1", 2), tuple("stage-2", 2));
  }

  @Test
  void aRunOfNetworksAloneNeedsNoFeatures() {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.7, 0.6));

    RunStatus status = run(Plans.only(Plans.twoByTwo("net-2"), ONE_STAGE));

    assertThat(flow.features.extracted).isEmpty();
    assertThat(status.stages())
        .extracting(StageStatus::name)
        .contains(
            "prepare xlsr on random",
            "train stage-1 of xlsr on random",
            "evaluate xlsr on random",
            "package xlsr on speaker")
        .doesNotContain("features");
    assertThat(status.stages()).extracting(StageStatus::state).containsOnly(RunState.DONE);
    assertThat(status.stages())
        .filteredOn(stage -> stage.name().equals("train stage-1 of xlsr on random"))
        .extracting(StageStatus::done, StageStatus::total, StageStatus::unit)
        .containsExactly(
            tuple(3L * FakeFineTuning.TRAINING_CLIPS, 3L * FakeFineTuning.TRAINING_CLIPS, "clips"));
  }

  @Test
  void theBestOnValidationIsRegisteredBeItANetwork() {
    flow.baselines.validationByModel.put(Plans.FOREST, 0.8);
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.9, 0.1));

    run(Plans.with(Plans.twoByTwo("net-3"), ONE_STAGE));

    assertThat(flow.tracking.registered.get(0).model().name()).isEqualTo("xlsr");
    assertThat(flow.tracking.registered.get(0).trackedModel().runId()).isEqualTo("xlsr");
  }

  @Test
  void ofEqualsTheBaselineIsRegistered() {
    flow.baselines.validationByModel.put(Plans.FOREST, 0.9);
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.9, 0.1));

    run(Plans.with(Plans.twoByTwo("net-4"), ONE_STAGE));

    assertThat(flow.tracking.registered.get(0).model().name()).isEqualTo(Plans.FOREST);
  }

  @Test
  void theStatusShowsEveryEpochSoFarAndTheRunningOne() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    flow.training.behaviour =
        (epoch, attempt) -> {
          if (epoch.splitName().equals(Plans.RANDOM) && epoch.epoch() == 2) {
            run(epoch).progress(epoch.progress(20));
            told.countDown();
            await(goOn);
          }
        };
    WorkflowStub run = flow.start(Plans.only(Plans.twoByTwo("net-5"), ONE_STAGE));
    told.await();

    RunStatus status = run.query("status", RunStatus.class);

    NetworkStatus network = status.networks().get(0);
    assertThat(network.state()).isEqualTo(RunState.RUNNING);
    assertThat(network.start().architecture()).isEqualTo("wav2vec2");
    NetworkStageStatus stage = network.stages().get(0);
    assertThat(stage.planned()).isEqualTo(4);
    assertThat(stage.epochs()).hasSize(1);
    assertThat(stage.running())
        .extracting(RunningEpoch::epoch, RunningEpoch::clips, RunningEpoch::total)
        .containsExactly(2, 20L, (long) FakeFineTuning.TRAINING_CLIPS);
    goOn.countDown();
    assertThat(run.getResult(RunStatus.class).networks().get(0).stages().get(0).running()).isNull();
  }

  @Test
  void aNetworkThatFailsFailsTheRunWithItsOwnWords() {
    flow.training.behaviour =
        (epoch, attempt) -> {
          throw ApplicationFailure.newFailure("The loss is no number.", FailureType.WORK_FAILED);
        };

    WorkflowStub run = flow.start(Plans.only(Plans.twoByTwo("net-6"), ONE_STAGE));

    assertThat(failureOf(run)).hasCauseInstanceOf(ApplicationFailure.class);
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.error()).isEqualTo("The loss is no number.");
    assertThat(status.networks()).extracting(NetworkStatus::state).contains(RunState.FAILED);
    assertThat(flow.tracking.closed).extracting(RunStatus::state).containsExactly(RunState.FAILED);
  }

  @Test
  void aCancelledRunEndsAfterItsNetworksLetGoOfTheirDevices() throws InterruptedException {
    CountDownLatch training = new CountDownLatch(1);
    flow.training.behaviour = (epoch, attempt) -> flow.training.untilCancelled(training);
    ExperimentPlan plan = Plans.onOneSplit(Plans.only(Plans.twoByTwo("net-7"), ONE_STAGE));
    WorkflowStub run = flow.start(plan);
    training.await();

    run.cancel();

    assertThat(failureOf(run)).hasCauseInstanceOf(CanceledFailure.class);
    assertThat(flow.journal.entries()).contains("checkpoint");
    assertThat(flow.trainingTracking.abandoned)
        .extracting(AbandonedRun::state)
        .containsExactly(RunState.CANCELLED, RunState.CANCELLED);
    RunStatus status = run.query("status", RunStatus.class);
    assertThat(status.networks()).extracting(NetworkStatus::state).containsOnly(RunState.CANCELLED);
    assertThat(flow.tracking.closed)
        .extracting(RunStatus::state)
        .containsExactly(RunState.CANCELLED);
  }

  private Retraining run(EpochRequest epoch) {
    return flow.environment.getWorkflowClient().newWorkflowStub(Retraining.class, epoch.runId());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RunStatus run(ExperimentPlan plan) {
    return flow.start(plan).getResult(RunStatus.class);
  }

  private static WorkflowFailedException failureOf(WorkflowStub run) {
    return catchThrowableOfType(
        WorkflowFailedException.class, () -> run.getResult(RunStatus.class));
  }
}
