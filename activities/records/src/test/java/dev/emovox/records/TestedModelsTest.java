package dev.emovox.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.ValidationScores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestedModelsTest {
  private static final StageResult MADE = new StageResult(CacheUse.MISS, List.of());
  private static final EvaluationOutcome TEST =
      new EvaluationOutcome(MADE, null, Map.of(), Map.of());

  @Test
  void baselinesComeFirstAndNetworksWithoutATestNotAtAll() {
    RunStatus run =
        new RunStatus(
            "run",
            "experiment",
            RunState.FAILED,
            "why",
            1,
            2,
            null,
            List.of(),
            List.of(baseline()),
            List.of(network("untested", null, null), network("tested", TEST, MADE)),
            null,
            null);

    assertThat(TestedModels.of(run))
        .containsExactly(
            new Candidate("logistic", "random", 0.4, TEST, MADE),
            new Candidate("tested", "random", 0.75, TEST, MADE));
  }

  private static TrainedModel baseline() {
    return new TrainedModel(
        new BaselineSettings.LogisticRegression("logistic", 1, 100),
        "random",
        new FitOutcome(MADE, 0.4),
        TEST,
        MADE);
  }

  /** The second of its epochs was selected. */
  private static NetworkStatus network(String name, EvaluationOutcome test, StageResult packed) {
    NetworkStageStatus stage =
        new NetworkStageStatus(
            "stage", 3, List.of(epoch(1, 0.5), epoch(2, 0.75), epoch(3, 0.7)), null, 2, "", false);
    return new NetworkStatus(
        name, "random", RunState.DONE, null, List.of(stage), test, packed, null);
  }

  private static EpochOutcome epoch(int number, double recall) {
    return new EpochOutcome(
        MADE, number, 8, 1.5, new ValidationScores(1, 0.6, recall, 0.5, 0.4), 60, 2);
  }
}
