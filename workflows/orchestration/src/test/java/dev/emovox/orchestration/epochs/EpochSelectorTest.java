package dev.emovox.orchestration.epochs;

import static dev.emovox.orchestration.epochs.ScoredEpochs.epoch;
import static dev.emovox.orchestration.epochs.ScoredEpochs.recalls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FailureType;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.ValidationMetric;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochSelectorTest {
  private static final EpochSelection BEST =
      new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL);

  @Test
  void theBestScoreWins() {
    assertThat(EpochSelector.select(BEST, recalls(0.5, 0.75, 0.6)))
        .isEqualTo(new SelectedEpoch(2, "the best unweighted average recall (0.7500) of 3 epochs"));
  }

  @Test
  void theLowestLossIsTheBest() {
    EpochSelection lowest = new EpochSelection.Best(ValidationMetric.LOSS);
    List<EpochOutcome> epochs = List.of(epoch(1, 0.9, 1.5), epoch(2, 0.5, 0.25), epoch(3, 0.7, 2));

    assertThat(EpochSelector.select(lowest, epochs))
        .isEqualTo(new SelectedEpoch(2, "the best loss (0.2500) of 3 epochs"));
  }

  @Test
  void ofEqualScoresTheLowerLossWins() {
    List<EpochOutcome> epochs = List.of(epoch(1, 0.5, 2), epoch(2, 0.5, 1), epoch(3, 0.5, 1.5));

    assertThat(EpochSelector.select(BEST, epochs).epoch()).isEqualTo(2);
  }

  @Test
  void ofEqualScoresAndLossesTheEarlierWins() {
    assertThat(EpochSelector.select(BEST, recalls(0.4, 0.5, 0.5)).epoch()).isEqualTo(2);
  }

  @Test
  void aScoreThatIsNotANumberLosesToAnyOther() {
    assertThat(EpochSelector.select(BEST, recalls(Double.NaN, 0, Double.NaN)).epoch()).isEqualTo(2);
  }

  @Test
  void ofEqualScoresALossThatIsNotANumberLoses() {
    List<EpochOutcome> epochs = List.of(epoch(1, 0.5, Double.NaN), epoch(2, 0.5, 9));

    assertThat(EpochSelector.select(BEST, epochs).epoch()).isEqualTo(2);
  }

  @Test
  void theLastIsTheLastTrained() {
    assertThat(EpochSelector.select(new EpochSelection.Last(), recalls(0.9, 0.5)))
        .isEqualTo(new SelectedEpoch(2, "the last of 2 epochs"));
  }

  @Test
  void aChoiceByHandSaysWhyAndWhatTheRuleWouldHaveGiven() {
    EpochSelection chosen = new EpochSelection.Chosen(1, "as published");

    assertThat(EpochSelector.select(chosen, recalls(0.5, 0.6, 0.75)))
        .isEqualTo(
            new SelectedEpoch(
                1,
                "chosen by hand: as published; the best unweighted average recall (0.7500) of 3 epochs would have given epoch 3"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void anEpochThatWasNotTrainedCannotBeChosen(int epoch) {
    EpochSelection chosen = new EpochSelection.Chosen(epoch, "as published");

    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class, () -> EpochSelector.select(chosen, recalls(0.5, 0.6)));

    assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
    assertThat(failure.getOriginalMessage()).contains("Epoch " + epoch, "2 epochs");
  }

  @Test
  void aSingleEpochIsOneEpoch() {
    assertThat(EpochSelector.select(new EpochSelection.Last(), recalls(0.9)).reason())
        .isEqualTo("the last of 1 epoch");
  }
}
