package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.adapters.TrainingCopies.Origin;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.FeatureRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingCopiesTest {
  private static final LabelledFeatures CLIPS =
      LabelledFeatures.join(
          List.of(row("a", "happy", 1), row("b", "angry", 2), row("c", "happy", 3)),
          List.of(
              new SplitRow("a", SplitPart.TRAIN),
              new SplitRow("b", SplitPart.VALIDATION),
              new SplitRow("c", SplitPart.TEST)),
          new LabelSet(List.of("angry", "happy")));

  @Test
  void copiesAreLearntFromAfterTheClipsAndAreInNoPart() {
    TrainingCopies copies =
        TrainingCopies.of(List.of(row("a#1", "happy", 7)), List.of(new Origin("a#1", "a")), CLIPS);

    TrainingTable table = CLIPS.training(copies, SplitPart.TRAIN, SplitPart.VALIDATION);

    assertThat(table.features()).isDeepEqualTo(new double[][] {{1}, {2}, {7}});
    assertThat(table.labels()).containsExactly(1, 0, 1);
    assertThat(CLIPS.part(SplitPart.TEST)).extracting(FeatureRow::id).containsExactly("c");
    assertThat(CLIPS.part(SplitPart.VALIDATION)).extracting(FeatureRow::id).containsExactly("b");
  }

  @Test
  void aCopyOfATestedOrUnknownClipIsRefused() {
    for (String source : List.of("b", "c", "nobody")) {
      refused("a#1", "happy", new Origin("a#1", source), "not in the training part");
    }
  }

  @Test
  void aCopyThatIsNotWhatItsSourceIsIsRefused() {
    refused("a#1", "angry", new Origin("a#1", "a"), "its source happy by speaker");
    refused("a#2", "happy", new Origin("a#1", "a"), "stand where those of a#1 should");
  }

  @Test
  void featuresOfOtherNumberAreRefused() {
    assertThatThrownBy(() -> TrainingCopies.of(List.of(), List.of(new Origin("a#1", "a")), CLIPS))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("0 copies, and the augmented set has 1");
  }

  private static void refused(String id, String emotion, Origin origin, String message) {
    assertThatThrownBy(
            () -> TrainingCopies.of(List.of(row(id, emotion, 1)), List.of(origin), CLIPS))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(message);
  }

  private static FeatureRow row(String id, String emotion, double value) {
    return new FeatureRow(id, "corpus", "speaker", emotion, List.of(value));
  }
}
