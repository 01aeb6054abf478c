package dev.emovox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.ValidationScores;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of networks in training survives the way through Temporal. */
class NetworkPayloadTest {
  private static final ArtifactRef ARTIFACT =
      new ArtifactRef("s3://bucket/key", Digest.of("content"), 7, "application/json", 1);
  private static final StageResult FOUND =
      new StageResult(CacheUse.HIT, List.of(new NamedArtifact("weights", ARTIFACT)));
  private static final TrackedRun RUN = new TrackedRun("1", "run", "http://127.0.0.1/run");
  private static final PreparedTraining START =
      new PreparedTraining(FOUND, ARTIFACT, "wav2vec2", 94_000_000, Map.of(SplitPart.TRAIN, 8));

  private final DataConverter converter = DefaultDataConverter.newDefaultInstance();

  @Test
  void aTrainedNetworkKeepsWhatItSelected() {
    TrainedStage stage =
        new TrainedStage(
            "stage-1", List.of(epoch(1, 0.5), epoch(2, 0.75)), 2, "best by recall", false);
    FineTunedModel model =
        new FineTunedModel(
            "xlsr",
            "random",
            START,
            List.of(stage),
            new EvaluationOutcome(FOUND, null, Map.of(), Map.of()),
            FOUND,
            RUN);

    FineTunedModel read = returnsAsItWas(model);

    assertThat(read.validationUnweightedAverageRecall()).isEqualTo(0.75);
    assertThat(read.candidate().split()).isEqualTo("random");
    assertThat(read.stages().get(0).selected().stage().output("weights")).isEqualTo(ARTIFACT);
  }

  @Test
  void anEpochTellsItsProgressUnderItsStage() {
    EpochRequest request =
        new EpochRequest(
            "run",
            "xlsr",
            "random",
            PayloadTest.stage("stage-1", new EpochSelection.Last()),
            0,
            2,
            ARTIFACT,
            ARTIFACT,
            new LabelSet(List.of("b", "a")),
            15,
            null,
            false,
            42,
            RUN);

    assertThat(returnsAsItWas(request).progress(5))
        .isEqualTo(new StageProgress(StageNames.train("xlsr", "random", "stage-1"), 2, 5, 0));
  }

  @Test
  void aStatusTellsWhichEpochRuns() {
    returnsAsItWas(
        new NetworkStatus(
            "xlsr",
            "random",
            RunState.RUNNING,
            START,
            List.of(
                new NetworkStageStatus(
                    "stage-1",
                    9,
                    List.of(epoch(1, 0.5)),
                    new RunningEpoch(2, 1, 0, 3, 8),
                    0,
                    null,
                    false),
                NetworkStageStatus.planned("stage-2", 5)),
            null,
            null,
            RUN));
  }

  private static EpochOutcome epoch(int number, double recall) {
    return new EpochOutcome(
        FOUND, number, 8L * number, 1.5, new ValidationScores(1, 0.6, recall, 0.5, 0.4), 60, 2);
  }

  @SuppressWarnings("unchecked")
  private <T> T returnsAsItWas(T value) {
    Class<T> type = (Class<T>) value.getClass();
    T read = converter.fromPayload(converter.toPayload(value).orElseThrow(), type, type);
    assertThat(read).isEqualTo(value);
    return read;
  }
}
