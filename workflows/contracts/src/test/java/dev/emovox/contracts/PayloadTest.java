package dev.emovox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            List.of(FeatureSettings.paper(), FeatureSettings.paperSevenVersions()),
            100,
            List.of(
                new BaselineSettings.LogisticRegression("logistic", 1, 100),
                new BaselineSettings.RandomForest(
                    "forest", 100, 1, Optional.of("paper-seven-versions"))),
            List.of(),
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
            List.of(),
            null,
            null));
  }

  @Test
  void aNetworksSettings() {
    returnsAsItWas(
        new FineTuningSettings(
            "xlsr",
            new StartingPoint.Pretrained("owner/name@main"),
            Optional.empty(),
            15,
            List.of(
                stage("stage-1", new EpochSelection.Best(ValidationMetric.LOSS)),
                stage("stage-2", new EpochSelection.Chosen(3, "as published")))));
  }

  @Test
  void aPlanFromBeforeThereWereNetworksHasNone() {
    ExperimentPlan read = read("{\"runId\": \"run\", \"models\": []}", ExperimentPlan.class);

    assertThat(read.runId()).isEqualTo("run");
    assertThat(read.networks()).isEmpty();
  }

  @Test
  void aPlanFromBeforeThereWereSeveralFeatureSetsHasOne() {
    ExperimentPlan read =
        read(
            "{\"runId\": \"run\", \"features\": {\"set\": \"paper\", \"mfccCount\": 40}, \"models\":"
                + " [{\"kind\": \"random-forest\", \"name\": \"forest\", \"trees\": 1}]}",
            ExperimentPlan.class);

    assertThat(read.features()).extracting(FeatureSettings::set).containsExactly("paper");
    assertThat(read.featuresOf(read.models().get(0))).isEqualTo(read.features().get(0));
    assertThat(read.features().get(0).concatenatedVersions()).isEmpty();
  }

  @Test
  void aBlockFromBeforeThereWereSeveralFeatureSetsIsOfTheOne() {
    assertThat(read("{\"index\": 1}", FeatureBlock.class).stage()).isEqualTo("features");
  }

  @Test
  void aStatusFromBeforeThereWereNetworksHasNone() {
    RunStatus read =
        read("{\"id\": \"run\", \"state\": \"done\", \"models\": []}", RunStatus.class);

    assertThat(read.state()).isEqualTo(RunState.DONE);
    assertThat(read.networks()).isEmpty();
  }

  static TrainingStage stage(String name, EpochSelection selection) {
    return new TrainingStage(
        name,
        3,
        TrainingStage.Resume.FULL_STATE,
        new BatchSettings(8, 120, 2, true),
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.LINEAR, 0.1, 1, 1),
        new LossSettings(0.1, LossSettings.ClassWeights.BALANCED),
        new FreezingSettings(true, 2),
        TrainingStage.Precision.BFLOAT16,
        true,
        new AugmentationSettings(0.5, 3, 20, 0.1),
        selection,
        Optional.of(new EarlyStopping(ValidationMetric.MACRO_F1, 2)));
  }

  private <T> T read(String json, Class<T> type) {
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return converter.fromPayload(payload, type, type);
  }

  private void returnsAsItWas(Object value) {
    var payload = converter.toPayload(value).orElseThrow();

    Object read = converter.fromPayload(payload, value.getClass(), value.getClass());

    assertThat(read).isEqualTo(value);
  }
}
