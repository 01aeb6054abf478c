package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.testing.Plans;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.ValidationMetric;
import dev.emovox.domain.ValidationScores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochRankingTest {
  /** The first is best by loss, the second by accuracy, the third by recall. */
  private static final List<EpochOutcome> EPOCHS =
      List.of(epoch(1, 0.1, 0.5, 0.5), epoch(2, 0.3, 0.9, 0.6), epoch(3, 0.2, 0.8, 0.7));

  private static EpochOutcome epoch(int epoch, double loss, double accuracy, double recall) {
    return new EpochOutcome(
        Statuses.stage(CacheUse.MISS, "position"),
        epoch,
        epoch,
        1,
        new ValidationScores(loss, accuracy, recall, 0, 0),
        1,
        1);
  }

  private static int best(EpochSelection selection) {
    ExperimentPlan plan = Plans.withNetwork("net", "stage", selection);
    return new EpochRanking(Optional.of(plan)).best("net", "stage", EPOCHS);
  }

  @Test
  void comparesByTheMetricThatTheStageSelectsBy() {
    assertThat(best(new EpochSelection.Best(ValidationMetric.ACCURACY))).isEqualTo(2);
    assertThat(best(new EpochSelection.Best(ValidationMetric.LOSS))).isEqualTo(1);
  }

  @Test
  void comparesByRecallWhereNothingElseIsSaid() {
    assertThat(best(new EpochSelection.Last())).isEqualTo(3);
    assertThat(best(new EpochSelection.Chosen(1, "why not"))).isEqualTo(3);
    assertThat(new EpochRanking(Optional.empty()).best("net", "stage", EPOCHS)).isEqualTo(3);
  }

  @Test
  void ofEqualsTheOneWithTheLowerLossAndThenTheEarlierIsBetter() {
    EpochRanking ranking = new EpochRanking(Optional.empty());
    assertThat(ranking.best("n", "s", List.of(epoch(1, 0.3, 0, 0.5), epoch(2, 0.2, 0, 0.5))))
        .isEqualTo(2);
    assertThat(ranking.best("n", "s", List.of(epoch(1, 0.2, 0, 0.5), epoch(2, 0.2, 0, 0.5))))
        .isEqualTo(1);
  }
}
