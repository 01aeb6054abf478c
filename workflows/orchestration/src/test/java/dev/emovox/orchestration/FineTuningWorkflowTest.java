package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.TrainingStage;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FineTuningWorkflowTest {
  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void trainsStageByStageThenTestsAndPacks() {
    train("order", Networks.stage(Networks.FIRST, 2), Networks.stage(Networks.SECOND, 1));

    assertThat(flow.journal.entries(entry -> !entry.startsWith("record")))
        .containsExactly(
            "prepare",
            "open network",
            "open stage-1",
            "find stage-1",
            "train stage-1 epoch 1",
            "train stage-1 epoch 2",
            "close stage-1",
            "settle stage-1",
            "open stage-2",
            "find stage-2",
            "train stage-2 epoch 1",
            "close stage-2",
            "settle stage-2",
            "test",
            "pack",
            "close network");
  }

  @Test
  void everyEpochIsRecordedOnceBeforeItsStageIsClosed() {
    train("records", Networks.stage(Networks.FIRST, 3));

    assertThat(flow.journal.entries(entry -> entry.startsWith("record")))
        .containsExactlyInAnyOrder(
            "record xlsr-stage-1 epoch 1",
            "record xlsr-stage-1 epoch 2",
            "record xlsr-stage-1 epoch 3");
    assertThat(flow.journal.entries(entry -> entry.startsWith("record") || entry.startsWith("cl")))
        .endsWith("close stage-1", "close network")
        .hasSize(5);
  }

  @Test
  void withinAStageAnEpochGoesOnFromTheOneBeforeWithItsOptimiser() {
    train("within", Networks.stage(Networks.FIRST, 3));

    assertThat(flow.training.epochs)
        .extracting(EpochRequest::before, EpochRequest::withOptimiser)
        .containsExactly(
            tuple(null, false),
            tuple(position(Networks.FIRST, 1), true),
            tuple(position(Networks.FIRST, 2), true));
  }

  @Test
  void aStageGoesOnFromTheEpochThatTheStageBeforeSelected() {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.9, 0.6));

    train("weights", Networks.stage(Networks.FIRST, 3), Networks.stage(Networks.SECOND, 1));

    EpochRequest second = flow.training.epochs.get(3);
    assertThat(second.stageIndex()).isEqualTo(1);
    assertThat(second.before()).isEqualTo(position(Networks.FIRST, 2));
    assertThat(second.withOptimiser()).isFalse();
  }

  @Test
  void aStageMayTakeOverTheOptimiserToo() {
    train(
        "full-state",
        Networks.stage(Networks.FIRST, 1),
        StageDraft.stage(Networks.SECOND, draft -> draft.resume = TrainingStage.Resume.FULL_STATE));

    EpochRequest second = flow.training.epochs.get(1);
    assertThat(second.before()).isEqualTo(position(Networks.FIRST, 1));
    assertThat(second.withOptimiser()).isTrue();
  }

  @Test
  void aStageThatGetsNoBetterStopsEarly() {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.7, 0.6, 0.9));

    FineTunedModel model = train("early", Networks.impatient(Networks.FIRST, 9));

    TrainedStage stage = model.stages().get(0);
    assertThat(stage.epochs()).hasSize(3);
    assertThat(stage.stoppedEarly()).isTrue();
    assertThat(stage.selectedEpoch()).isEqualTo(2);
    assertThat(model.validationUnweightedAverageRecall()).isEqualTo(0.7);
  }

  @Test
  void anEpochChosenByHandIsTestedPackedAndRecordedAsAnOverride() {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.6, 0.9));
    EpochSelection chosen = new EpochSelection.Chosen(2, "as published");

    FineTunedModel model =
        train("chosen", StageDraft.stage(Networks.FIRST, draft -> draft.selection = chosen));

    assertThat(flow.training.tests.get(0).weights()).isEqualTo(weights(Networks.FIRST, 2));
    assertThat(flow.fineTuning.packed.get(0).position()).isEqualTo(position(Networks.FIRST, 2));
    assertThat(flow.trainingTracking.closedStages.get(0).selection())
        .contains("by hand", "as published", "would have given epoch 3");
    assertThat(model.stages().get(0).selectedEpoch()).isEqualTo(2);
  }

  @Test
  void checkpointsThatNoOneGoesOnFromAreDiscarded() {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.9, 0.6));

    train("retention", Networks.stage(Networks.FIRST, 3), Networks.stage(Networks.SECOND, 1));

    assertThat(flow.fineTuning.settled.get(0).discarded())
        .containsExactly(weights(Networks.FIRST, 1), output(Networks.FIRST, 1, "optimiser"));
    assertThat(flow.fineTuning.settled.get(1).discarded()).isEmpty();
  }

  @Test
  void aStageThatWasSettledBeforeIsNotTrainedAgain() {
    FineTuningRequest request =
        Networks.request(
            "found",
            Networks.network(
                Networks.stage(Networks.FIRST, 2), Networks.stage(Networks.SECOND, 1)));
    flow.fineTuning.foundByStage.put(Networks.FIRST, settled(request));

    FineTunedModel model = flow.start(request).getResult(FineTunedModel.class);

    assertThat(flow.training.epochs)
        .extracting(EpochRequest::stageIndex, EpochRequest::before)
        .containsExactly(tuple(1, position(Networks.FIRST, 1)));
    assertThat(model.stages().get(0).epochs())
        .extracting(epoch -> epoch.stage().cache())
        .containsOnly(CacheUse.HIT);
    assertThat(flow.journal.entries())
        .contains("record xlsr-stage-1 epoch 1", "record xlsr-stage-1 epoch 2", "close stage-1")
        .doesNotContain("settle stage-1");
  }

  @Test
  void theHistoryOfTwentyEpochsIsSmall() {
    WorkflowStub network =
        flow.start(
            Networks.request(
                "twenty",
                Networks.network(
                    Networks.stage(Networks.FIRST, 10), Networks.stage(Networks.SECOND, 10))));
    network.getResult(FineTunedModel.class);

    var history = flow.environment.getWorkflowClient().fetchHistory("twenty").getHistory();
    assertThat(history.getEventsCount()).isLessThan(500);
    assertThat(history.getSerializedSize()).isLessThan(500_000);
  }

  private FineTunedModel train(String runId, TrainingStage... stages) {
    return flow.start(Networks.request(runId, Networks.network(stages)))
        .getResult(FineTunedModel.class);
  }

  /** Two epochs, the first of which was selected. */
  private static TrainedStage settled(FineTuningRequest request) {
    PreparedNetwork network =
        new PreparedNetwork(request, new FakeFineTuning(new Journal()).prepare(request), null);
    EpochRequest first = network.firstEpoch(0, null, null);
    EpochOutcome one = FakeTraining.outcome(first, 0.5);
    EpochOutcome two = FakeTraining.outcome(network.epochAfter(first, one), 0.5);
    return new TrainedStage(Networks.FIRST, List.of(one, two), 1, "the best", false);
  }

  private static ArtifactRef position(String stage, int epoch) {
    return output(stage, epoch, "position");
  }

  private static ArtifactRef weights(String stage, int epoch) {
    return output(stage, epoch, "weights");
  }

  private static ArtifactRef output(String stage, int epoch, String name) {
    return FakeArtifacts.ref(
        String.join("/", Networks.NAME, Plans.RANDOM, stage, Integer.toString(epoch), name));
  }
}
