package dev.emovox.gate;

import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model's stored predictions of test clips, from which everything is computed anew.
 *
 * @param split whose test part
 * @param predictions digest of the table
 * @param clips its rows, at least one
 * @param seed of the bootstrap, the run's
 */
public record TestedModel(String split, Digest predictions, List<ScoredClip> clips, long seed) {

  /** The scores. */
  EvaluationReport report() {
    LabelSet labels =
        LabelSet.sorted(
            clips.stream()
                .flatMap(clip -> Stream.of(clip.label(), clip.predicted()))
                .distinct()
                .toList());
    return new Evaluator(Bootstrap.standard(seed)).evaluate(labels, clips);
  }
}
