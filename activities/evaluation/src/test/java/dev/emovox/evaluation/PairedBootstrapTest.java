package dev.emovox.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.Estimate;
import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  private final PairedBootstrap bootstrap = new PairedBootstrap(new Bootstrap(1000, 0.9, 42));
  private final Golden golden = new Golden();

  private PairedDifferences golden(List<ScoredClip> first, List<ScoredClip> second) {
    return bootstrap.differences(PairedClips.of(first, second));
  }

  @Test
  void differencesAreThoseOfTheSameDrawsInNumPy() {
    PairedDifferences differences = golden(Golden.clips(), Golden.second());
    assertThat(differences.clips()).isEqualTo(400);
    assertEstimate("accuracy", differences.accuracy());
    assertEstimate("weighted_f1", differences.weightedF1());
    assertEstimate("macro_f1", differences.macroF1());
    assertEstimate("unweighted_average_recall", differences.unweightedAverageRecall());
  }

  /** Exactly with the same draws; with other draws (SciPy's) within what draws vary. */
  private void assertEstimate(String name, Estimate found) {
    assertThat(found.value()).as(name).isCloseTo(golden.score(name + ".value"), ROUNDING);
    assertThat(found.low()).as(name).isCloseTo(golden.score(name + ".exact.low"), ROUNDING);
    assertThat(found.high()).as(name).isCloseTo(golden.score(name + ".exact.high"), ROUNDING);
    assertThat(found.low()).isCloseTo(golden.score(name + ".scipy.low"), within(0.005));
    assertThat(found.high()).isCloseTo(golden.score(name + ".scipy.high"), within(0.005));
  }

  @Test
  void theOrderOfClipsDoesNotMatter() {
    List<ScoredClip> shuffled = new ArrayList<>(Golden.clips());
    Collections.shuffle(shuffled, new Random(3));
    assertThat(golden(shuffled, Golden.second()))
        .isEqualTo(golden(Golden.clips(), Golden.second()));
  }

  @Test
  void aModelIsAsGoodAsItself() {
    Estimate none = new Estimate(0, 0, 0);
    assertThat(golden(Golden.clips(), Golden.clips()))
        .isEqualTo(new PairedDifferences(400, none, none, none, none));
  }

  private static void refused(List<ScoredClip> first, List<ScoredClip> second, String reason) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PairedClips.of(first, second))
        .withMessageContaining(reason);
  }

  @Test
  void otherClipsAreNotCompared() {
    List<ScoredClip> clips = Golden.clips();
    refused(List.of(), List.of(), "0 on both");
    refused(clips.subList(0, 300), clips.subList(100, 400), "200 on both, 100 on the first's only");
    refused(List.of(clips.get(0), clips.get(0)), clips, "clip-000 is among the predictions twice");
    ScoredClip relabelled =
        new ScoredClip(clips.get(0).id(), "north", "speaker", "never", "sad", List.of());
    refused(clips.subList(0, 1), List.of(relabelled), "1 with another true class");
  }
}
