package dev.emovox.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  private final Evaluator evaluator = new Evaluator(Bootstrap.standard(42));
  private final Golden golden = new Golden();
  private final EvaluationReport report = evaluator.evaluate(Golden.LABELS, Golden.clips());

  @Test
  void scoresAreThoseOfScikitLearn() {
    assertScores("overall", report.overall());
    assertThat(report.perCorpus()).containsOnlyKeys("north", "south", "west");
    report.perCorpus().forEach(this::assertScores);
  }

  private void assertScores(String name, Scores scores) {
    assertThat(scores.clips()).isEqualTo((int) golden.score(name + ".clips"));
    assertValue(name + ".accuracy", scores.accuracy());
    assertValue(name + ".weighted_f1", scores.weightedF1());
    assertValue(name + ".macro_f1", scores.macroF1());
    assertValue(name + ".unweighted_average_recall", scores.unweightedAverageRecall());
  }

  private void assertValue(String key, Estimate estimate) {
    assertThat(estimate.value()).as(key).isCloseTo(golden.score(key), ROUNDING);
  }

  @Test
  void classScoresAreThoseOfScikitLearn() {
    assertThat(report.perClass().keySet()).containsExactlyElementsOf(Golden.LABELS.labels());
    report
        .perClass()
        .forEach(
            (label, scores) -> {
              String key = "class." + label;
              assertThat(scores.support()).isEqualTo((int) golden.score(key + ".support"));
              assertThat(scores.precision()).isCloseTo(golden.score(key + ".precision"), ROUNDING);
              assertThat(scores.recall()).isCloseTo(golden.score(key + ".recall"), ROUNDING);
              assertThat(scores.f1()).isCloseTo(golden.score(key + ".f1"), ROUNDING);
            });
  }

  @Test
  void confusionIsThatOfScikitLearn() {
    for (int c = 0; c < Golden.LABELS.size(); c++) {
      assertThat(report.confusion()[c]).isEqualTo(golden.confusion(Golden.LABELS.name(c)));
    }
  }

  @Test
  void theOrderOfClipsDoesNotMatter() {
    List<ScoredClip> shuffled = new ArrayList<>(Golden.clips());
    Collections.shuffle(shuffled, new Random(1));
    EvaluationReport again = evaluator.evaluate(Golden.LABELS, shuffled);
    assertThat(again.overall()).isEqualTo(report.overall());
    assertThat(again.perCorpus()).isEqualTo(report.perCorpus());
    assertThat(again.confusion()).isDeepEqualTo(report.confusion());
  }

  @Test
  void theSeedDecidesTheIntervals() {
    EvaluationReport other =
        new Evaluator(Bootstrap.standard(43)).evaluate(Golden.LABELS, Golden.clips());
    assertThat(other.overall()).isNotEqualTo(report.overall());
    assertThat(other.overall().accuracy().value()).isEqualTo(report.overall().accuracy().value());
  }

  /** The bootstrap of a share agrees with the normal interval of a binomial share. */
  @Test
  void intervalsHaveTheRightWidth() {
    Estimate accuracy =
        new Evaluator(new Bootstrap(4000, 0.95, 1))
            .evaluate(Golden.LABELS, Golden.clips())
            .overall()
            .accuracy();
    double deviation = Math.sqrt(accuracy.value() * (1 - accuracy.value()) / 400);
    assertThat(accuracy.low()).isCloseTo(accuracy.value() - 1.96 * deviation, within(0.006));
    assertThat(accuracy.high()).isCloseTo(accuracy.value() + 1.96 * deviation, within(0.006));
  }

  private static ScoredClip clip(String id, String label, String predicted) {
    return new ScoredClip(id, "corpus", "speaker", label, predicted, List.of());
  }

  @Test
  void allRightIsOneWithoutDoubt() {
    LabelSet labels = new LabelSet(List.of("a", "b", "absent"));
    EvaluationReport perfect =
        evaluator.evaluate(labels, List.of(clip("1", "a", "a"), clip("2", "b", "b")));
    Estimate one = new Estimate(1, 1, 1);
    assertThat(perfect.overall()).isEqualTo(new Scores(2, one, one, one, one));
    assertThat(perfect.perClass()).containsEntry("absent", new ClassScores(0, 0, 0, 0));
  }

  @Test
  void oneWrongClipIsZero() {
    EvaluationReport wrong =
        evaluator.evaluate(new LabelSet(List.of("a", "b")), List.of(clip("1", "a", "b")));
    Estimate zero = new Estimate(0, 0, 0);
    assertThat(wrong.overall()).isEqualTo(new Scores(1, zero, zero, zero, zero));
  }

  private void refused(LabelSet labels, List<ScoredClip> clips, String reason) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> evaluator.evaluate(labels, clips))
        .withMessageContaining(reason);
  }

  @Test
  void badClipsAreRefused() {
    LabelSet labels = new LabelSet(List.of("a", "b"));
    refused(labels, List.of(), "no test clips");
    refused(labels, List.of(clip("1", "a", "a"), clip("1", "b", "b")), "Clip 1 is among");
    refused(labels, List.of(clip("1", "z", "a")), "class 'z'");
    refused(labels, List.of(clip("1", "a", "z")), "class 'z'");
    refused(labels, List.of(clip("1", null, "a")), "class 'null'");
  }

  @Test
  void settingsWithoutAnIntervalAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(0, 0.95, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(10, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(10, Double.NaN, 1));
  }
}
