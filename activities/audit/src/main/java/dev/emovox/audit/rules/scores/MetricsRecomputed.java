package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Scores;
import dev.emovox.evaluation.EvaluationReport;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every number of a report follows from the stored predictions, intervals too, to the bit. Under
 * which class names they stand is {@link ClassNames}' matter.
 */
public final class MetricsRecomputed implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "metrics-differ",
          "The report's numbers do not follow from the stored predictions: one of the two was changed, or made by something else.",
          "Don't quote the report. Delete it and the predictions, and run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    EvaluationReport stored = model.report();
    EvaluationReport computed = model.recomputed();
    boolean same =
        stored.overall().equals(computed.overall())
            && new TreeMap<>(stored.perCorpus()).equals(new TreeMap<>(computed.perCorpus()))
            && Arrays.deepEquals(stored.confusion(), computed.confusion())
            && ClassNames.values(stored).equals(ClassNames.values(computed));
    return same
        ? Stream.empty()
        : Stream.of(
            new Breach(
                model.subject(),
                "the report says %s, the predictions give %s"
                    .formatted(numbers(stored.overall()), numbers(computed.overall()))));
  }

  private static String numbers(Scores scores) {
    return "accuracy %s, weighted F1 %s, unweighted average recall %s of %d clips"
        .formatted(
            scores.accuracy(),
            scores.weightedF1().value(),
            scores.unweightedAverageRecall().value(),
            scores.clips());
  }
}
