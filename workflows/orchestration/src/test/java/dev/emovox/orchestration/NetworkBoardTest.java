package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.TrainedStage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkBoardTest {
  private static final FineTuningRequest REQUEST =
      Networks.request("board", Networks.network(Networks.stage(Networks.FIRST, 3)));
  private static final PreparedTraining START = new FakeFineTuning(new Journal()).prepare(REQUEST);
  private static final EpochRequest FIRST_EPOCH =
      new PreparedNetwork(REQUEST, START, null).firstEpoch(0, null, null);
  private static final EpochOutcome OUTCOME = FakeTraining.outcome(FIRST_EPOCH, 0.5);
  private static final long CLIPS = FakeFineTuning.TRAINING_CLIPS;

  private final NetworkBoard board = new NetworkBoard(REQUEST.plan());

  @BeforeEach
  void start() {
    board.started(new NetworkStart(Networks.NAME, Plans.RANDOM, START, REQUEST.trackedRun()));
  }

  @Test
  void networksWaitUntilTheyBegin() {
    assertThat(board.networks())
        .extracting(network -> network.state())
        .containsExactly(RunState.RUNNING, RunState.WAITING);
  }

  @Test
  void anEpochRunsFromWhenItFirstTellsOfItself() {
    board.progress(progress(1, 5), 1000);
    board.progress(progress(1, 15), 3000);

    assertThat(stage().running()).isEqualTo(new RunningEpoch(1, 1000, 5, 15, CLIPS));
  }

  @Test
  void anAttemptThatFellBackHasASpeedOfItsOwn() {
    board.progress(progress(1, 15), 1000);
    board.progress(progress(1, 10), 9000);

    assertThat(stage().running()).isEqualTo(new RunningEpoch(1, 9000, 10, 10, CLIPS));
  }

  @Test
  void theNextEpochRunsFromItsOwnBeginning() {
    board.progress(progress(1, 25), 1000);
    board.epochEnded(report());
    assertThat(stage().running()).isNull();

    board.progress(progress(2, 0), 5000);

    assertThat(stage().epochs()).containsExactly(OUTCOME);
    assertThat(stage().running()).isEqualTo(new RunningEpoch(2, 5000, 0, 0, CLIPS));
  }

  @Test
  void whatIsToldOfAnEndedEpochIsLate() {
    board.epochEnded(report());

    board.progress(progress(1, 20), 1000);

    assertThat(stage().running()).isNull();
  }

  @Test
  void anEpochThatIsTrainedAgainTakesTheFirstsPlace() {
    board.epochEnded(report());
    board.epochEnded(report());

    assertThat(stage().epochs()).containsExactly(OUTCOME);
  }

  @Test
  void aStageThatEndedTellsWhatItSelected() {
    board.stageEnded(
        new StageReport(
            Networks.NAME,
            Plans.RANDOM,
            0,
            new TrainedStage(Networks.FIRST, List.of(OUTCOME), 1, "the last of 1 epoch", true)));

    assertThat(stage())
        .isEqualTo(
            new NetworkStageStatus(
                Networks.FIRST, 3, List.of(OUTCOME), null, 1, "the last of 1 epoch", true));
  }

  @Test
  void aRunThatEndsEndsWhatStillRuns() {
    board.progress(progress(1, 5), 1000);

    board.abandon();

    assertThat(board.networks())
        .extracting(network -> network.state())
        .containsExactly(RunState.CANCELLED, RunState.WAITING);
    assertThat(stage().running()).isNull();
  }

  @Test
  void otherStagesAndNetworksAreNoBusinessOfIt() {
    board.progress(new StageProgress("features", 1, 5, 0), 1000);
    board.progress(new StageProgress("train stage-1 of xlsr on speaker", 1, 5, 0), 1000);
    board.epochEnded(new EpochReport("unknown", Plans.RANDOM, 0, OUTCOME));

    assertThat(stage()).isEqualTo(NetworkStageStatus.planned(Networks.FIRST, 3));
  }

  private NetworkStageStatus stage() {
    return board.networks().get(0).stages().get(0);
  }

  private static EpochReport report() {
    return new EpochReport(Networks.NAME, Plans.RANDOM, 0, OUTCOME);
  }

  private static StageProgress progress(int epoch, long clips) {
    StageProgress first = FIRST_EPOCH.progress(clips);
    return new StageProgress(first.stage(), epoch, clips, 0);
  }
}
