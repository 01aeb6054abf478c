package dev.emovox.orchestration.epochs;

import static dev.emovox.orchestration.epochs.ScoredEpochs.recalls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
  private static final EpochSelection LAST = new EpochSelection.Last();
  private static final int EPOCHS = 6;

  private final EarlyStop patient = new EarlyStop(stage(LAST, Optional.of(rule(2))));

  @Test
  void withoutARuleAllEpochsAreTrained() {
    EarlyStop never = new EarlyStop(stage(LAST, Optional.empty()));

    assertThat(never.isOver(recalls(0.9, 0.8, 0.7, 0.6, 0.5))).isFalse();
    assertThat(never.isOver(recalls(0.9, 0.8, 0.7, 0.6, 0.5, 0.4))).isTrue();
    assertThat(never.stopsEarly(recalls(0.9, 0.8, 0.7, 0.6, 0.5, 0.4))).isFalse();
  }

  @Test
  void aStageBegins() {
    assertThat(patient.isOver(List.of())).isFalse();
  }

  @Test
  void itEndsAfterAsManyEpochsWithoutABetterOneAsItsPatience() {
    assertThat(patient.isOver(recalls(0.5, 0.6, 0.55))).isFalse();
    assertThat(patient.isOver(recalls(0.5, 0.6, 0.55, 0.58))).isTrue();
    assertThat(patient.stopsEarly(recalls(0.5, 0.6, 0.55, 0.58))).isTrue();
  }

  @Test
  void comparesWithTheBestAndNotWithTheEpochBefore() {
    assertThat(patient.isOver(recalls(0.9, 0.5, 0.6))).isTrue();
  }

  @Test
  void equalIsNoBetter() {
    assertThat(patient.isOver(recalls(0.6, 0.6, 0.6))).isTrue();
  }

  @Test
  void aBetterEpochStartsTheCountAfresh() {
    assertThat(patient.isOver(recalls(0.5, 0.4, 0.6, 0.5))).isFalse();
  }

  @Test
  void scoresThatAreNotNumbersAreNoBetter() {
    assertThat(patient.isOver(recalls(Double.NaN, Double.NaN))).isFalse();
    assertThat(patient.isOver(recalls(Double.NaN, Double.NaN, Double.NaN))).isTrue();
    assertThat(patient.isOver(recalls(Double.NaN, Double.NaN, 0.1))).isFalse();
  }

  @Test
  void anEpochThatWasChosenIsTrainedFirst() {
    EarlyStop stop =
        new EarlyStop(stage(new EpochSelection.Chosen(5, "as published"), Optional.of(rule(1))));

    assertThat(stop.isOver(recalls(0.9, 0.8, 0.7, 0.6))).isFalse();
    assertThat(stop.isOver(recalls(0.9, 0.8, 0.7, 0.6, 0.5))).isTrue();
  }

  @Test
  void aStageThatHadAllItsEpochsDidNotStopEarly() {
    assertThat(patient.stopsEarly(recalls(0.9, 0.1, 0.9, 0.95, 0.1, 0.1))).isFalse();
  }

  private static EarlyStopping rule(int patience) {
    return new EarlyStopping(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL, patience);
  }

  /** What the rest of its settings are plays no part. */
  private static TrainingStage stage(EpochSelection selection, Optional<EarlyStopping> rule) {
    return new TrainingStage(
        "stage", EPOCHS, null, null, null, null, null, null, false, null, selection, rule);
  }
}
