package dev.emovox.records.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.EpochRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationScores;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stages write is read as it was written. */
class RowsTest {
  private static final ArtifactRef BEFORE =
      new ArtifactRef("s3://b/before", Digest.of("before"), 1, "application/json", 1);

  @Test
  void tables() {
    returnsAsItWas(
        ClipRow.class,
        new ClipRow("a/1", "sha256:0", "a", "a:1", "sad", SplitPart.TRAIN, 1.5, 24_000));
    returnsAsItWas(
        FeatureRow.class, new FeatureRow("a/1", "a", "a:1", "sad", List.of(1.0, -2.5e-9)));
    returnsAsItWas(
        AugmentedRow.class,
        new AugmentedRow(
            "a/1#noise-1",
            "a",
            "a/1.wav",
            "sha256:0",
            "sha256:1",
            "a:1",
            "female",
            "1",
            "sad",
            "strong",
            "1",
            "wav",
            16_000,
            1,
            1.5,
            48_044,
            "a/1",
            "sha256:2",
            SplitPart.TRAIN,
            1,
            42,
            List.of("noise"),
            0.5));
  }

  private static <T extends Record> void returnsAsItWas(Class<T> type, T row) {
    ParquetTable tables = new ParquetTable();
    assertThat(tables.read(type, tables.write(type, List.of(row)))).containsExactly(row);
  }

  @Test
  void anEpochIsRecordedWithAllThatItsNumbersDependOn() {
    EpochRecord record =
        new EpochRecord(
            "stage",
            2,
            8,
            64,
            1.5,
            new ValidationScores(1, 0.6, 0.5, 0.4, 0.3),
            Digest.of("weights"),
            Digest.of("optimiser"),
            EpochOrigin.of(request(BEFORE)));

    SnakeCaseJson json = new SnakeCaseJson();
    assertThat(json.read(json.write(record), EpochRecord.class)).isEqualTo(record);
    assertThat(record.origin().before()).isEqualTo(BEFORE.digest());
    assertThat(record.origin().withOptimiser()).isTrue();
    assertThat(record.origin().settings().optimiser().weightDecay()).isEqualTo(0.01);
  }

  @Test
  void theFirstEpochGoesOnFromNothing() {
    EpochOrigin origin = EpochOrigin.of(request(null));

    assertThat(origin.before()).isNull();
    assertThat(origin.withOptimiser()).isFalse();
  }

  private static EpochRequest request(ArtifactRef before) {
    ArtifactRef artifact =
        new ArtifactRef("s3://b/k", Digest.of("content"), 7, "application/json", 1);
    return new EpochRequest(
        "run",
        "network",
        "random",
        stage(),
        0,
        2,
        artifact,
        artifact,
        new LabelSet(List.of("b", "a")),
        15,
        before,
        true,
        42,
        null);
  }

  private static TrainingStage stage() {
    return new TrainingStage(
        "stage",
        3,
        TrainingStage.Resume.FULL_STATE,
        new BatchSettings(8, 120, 2, true),
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.LINEAR, 0.1, 1, 1),
        new LossSettings(0.1, LossSettings.ClassWeights.BALANCED),
        new FreezingSettings(true, 2),
        TrainingStage.Precision.FLOAT32,
        true,
        new AugmentationSettings(0.5, 3, 20, 0.1),
        new EpochSelection.Last(),
        Optional.empty());
  }
}
