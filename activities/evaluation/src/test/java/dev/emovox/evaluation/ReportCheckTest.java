package dev.emovox.evaluation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportCheckTest {
  private static final Map<String, Integer> CLIPS =
      Golden.clips().stream()
          .collect(Collectors.groupingBy(ScoredClip::label, Collectors.summingInt(clip -> 1)));

  private final Evaluator evaluator = new Evaluator(Bootstrap.standard(1));
  private final EvaluationReport report = evaluator.evaluate(Golden.LABELS, Golden.clips());

  @Test
  void theReportOnTheseClipsPasses() {
    assertThatNoException().isThrownBy(() -> ReportCheck.supports(report, CLIPS));
  }

  @Test
  void permutedClassNamesAreFound() {
    List<ScoredClip> permuted =
        Golden.clips().stream()
            .map(
                clip ->
                    new ScoredClip(
                        clip.id(),
                        clip.corpus(),
                        clip.speaker(),
                        next(clip.label()),
                        next(clip.predicted()),
                        List.of()))
            .toList();
    EvaluationReport wrong = evaluator.evaluate(Golden.LABELS, permuted);
    assertThatExceptionOfType(WorkFailedException.class)
        .isThrownBy(() -> ReportCheck.supports(wrong, CLIPS))
        .withMessageContaining("calm=");
  }

  private static String next(String label) {
    LabelSet labels = Golden.LABELS;
    return labels.name((labels.index(label) + 1) % labels.size());
  }

  @Test
  void oneClipTooManyOrAnUnknownClassIsFound() {
    Map<String, Integer> more = new HashMap<>(CLIPS);
    more.merge("sad", 1, Integer::sum);
    Map<String, Integer> unknown = new HashMap<>(CLIPS);
    unknown.put("bored", 3);
    for (Map<String, Integer> clips : List.of(more, unknown)) {
      assertThatExceptionOfType(WorkFailedException.class)
          .isThrownBy(() -> ReportCheck.supports(report, clips));
    }
  }
}
