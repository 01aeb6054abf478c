package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.baselines.TrainingTable;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.FeatureRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledFeaturesTest {
  private static final LabelSet LABELS = new LabelSet(List.of("angry", "happy"));
  private static final List<FeatureRow> ROWS =
      List.of(row("a", "happy", 1), row("b", "angry", 2), row("c", "happy", 3));
  private static final List<SplitRow> SPLIT =
      List.of(
          new SplitRow("c", SplitPart.TEST),
          new SplitRow("b", SplitPart.VALIDATION),
          new SplitRow("a", SplitPart.TRAIN));

  @Test
  void aTrainingTableHoldsTheClipsOfItsPartsInTheManifestsOrder() {
    TrainingTable table =
        LabelledFeatures.join(ROWS, SPLIT, LABELS)
            .training(TrainingCopies.none(), SplitPart.TRAIN, SplitPart.VALIDATION);

    assertThat(table.features()).isDeepEqualTo(new double[][] {{1, -1}, {2, -2}});
    assertThat(table.labels()).containsExactly(1, 0);
    assertThat(table.featureNames()).hasSize(2);
  }

  @Test
  void theTestPartIsApart() {
    assertThat(LabelledFeatures.join(ROWS, SPLIT, LABELS).part(SplitPart.TEST))
        .extracting(FeatureRow::id)
        .containsExactly("c");
  }

  @Test
  void aSplitOfOtherClipsIsRefused() {
    List<SplitRow> other = List.of(SPLIT.get(0), SPLIT.get(1), new SplitRow("d", SplitPart.TRAIN));

    assertThatThrownBy(() -> LabelledFeatures.join(ROWS, other, LABELS))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("not the same clips");
  }

  private static FeatureRow row(String id, String emotion, double value) {
    return new FeatureRow(id, "corpus", "speaker", emotion, List.of(value, -value));
  }
}
