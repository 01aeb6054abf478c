package dev.emovox.orchestration.epochs;

import static dev.emovox.orchestration.epochs.ScoredEpochs.artifact;
import static dev.emovox.orchestration.epochs.ScoredEpochs.epoch;
import static dev.emovox.orchestration.epochs.ScoredEpochs.recalls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ValidationScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final boolean LAST_STAGE = true;

  @Test
  void theSelectedAndTheLastEpochStay() {
    assertThat(Retention.discarded(stage(2, recalls(0.1, 0.9, 0.2, 0.3)), !LAST_STAGE))
        .containsExactly(
            artifact("epoch-1/weights"),
            artifact("epoch-1/optimiser"),
            artifact("epoch-3/weights"),
            artifact("epoch-3/optimiser"));
  }

  @Test
  void noOneGoesOnWithTheOptimiserThatTheLastStageSelected() {
    assertThat(Retention.discarded(stage(1, recalls(0.9, 0.1)), LAST_STAGE))
        .containsExactly(artifact("epoch-1/optimiser"));
  }

  @Test
  void theLastEpochIsKeptWholeInTheLastStageToo() {
    assertThat(Retention.discarded(stage(2, recalls(0.1, 0.9)), LAST_STAGE))
        .containsExactly(artifact("epoch-1/weights"), artifact("epoch-1/optimiser"));
  }

  @Test
  void aSingleEpochStaysWhole() {
    assertThat(Retention.discarded(stage(1, recalls(0.1)), LAST_STAGE)).isEmpty();
  }

  @Test
  void whatAKeptEpochSharesStays() {
    ValidationScores same = new ValidationScores(1, 0, 0, 0, 0);
    List<EpochOutcome> unchanged =
        List.of(
            ScoredEpochs.epoch(1, same, "frozen"),
            ScoredEpochs.epoch(2, same, "frozen"),
            epoch(3, 0.1, 1));

    assertThat(Retention.discarded(stage(2, unchanged), !LAST_STAGE)).isEmpty();
  }

  private static TrainedStage stage(int selected, List<EpochOutcome> epochs) {
    return new TrainedStage("stage-1", epochs, selected, "", false);
  }
}
