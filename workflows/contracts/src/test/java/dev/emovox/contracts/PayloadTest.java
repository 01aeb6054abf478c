package dev.emovox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What workflows and activities say to each other survives the way through Temporal. */
class PayloadTest {
  private final DataConverter converter = DefaultDataConverter.newDefaultInstance();

  @Test
  void aPlan() {
    returnsAsItWas(
        new ExperimentPlan(
            "run",
            "experiment",
            1,
            List.of("/data"),
            List.of(new CorpusSource("savee", "name: savee")),
            List.of(new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15)),
            FeatureSettings.paper(),
            100,
            List.of(
                new BaselineSettings.LogisticRegression("logistic", 1, 100),
                new BaselineSettings.RandomForest("forest", 100, 1)),
            new RegistrationPlan("emovox", "random"),
            "text"));
  }

  @Test
  void outcomes() {
    StageResult stage = new StageResult(CacheUse.HIT, List.of());
    returnsAsItWas(new SplitOutcome(stage, Map.of(SplitPart.TRAIN, 3, SplitPart.TEST, 1)));
    returnsAsItWas(new FitOutcome(stage, Double.NaN));
    returnsAsItWas(
        new IngestionOutcome(
            stage, 4, 0, new LabelSet(List.of("b", "a")), Map.of("savee", 4), List.of("careful")));
  }

  @Test
  void aStatusOfARunThatHasJustBegun() {
    returnsAsItWas(
        new RunStatus(
            "run",
            "experiment",
            RunState.RUNNING,
            null,
            1,
            0.5,
            null,
            List.of(
                new StageStatus(
                    "features", RunState.RUNNING, null, 1, 2, "clips", 1, 0, List.of())),
            List.of(),
            null,
            null));
  }

  private void returnsAsItWas(Object value) {
    var payload = converter.toPayload(value).orElseThrow();

    Object read = converter.fromPayload(payload, value.getClass(), value.getClass());

    assertThat(read).isEqualTo(value);
  }
}
