package dev.emovox.report.data;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import dev.emovox.evaluation.calibration.Calibration;
import java.util.List;
import java.util.Map;

/**
 * A model on the test part of a split.
 *
 * @param name what the model is called
 * @param kind {@code logistic-regression}, {@code random-forest} or {@code network}
 * @param split name of the split
 * @param registered whether this is what the run registered
 * @param validationUnweightedAverageRecall on the validation part; what registration goes by
 * @param overall scores on all test clips, with intervals
 * @param perCorpus the same by corpus
 * @param perClass precision, recall and F1 by class
 * @param labels the ordered classes
 * @param confusion clips by true class (row) and predicted class (column), in the order of {@code
 *     labels}; empty if the stored report can't be read
 * @param calibration of its probabilities; null if the predictions can't be read
 * @param predictions a row for each test clip
 * @param modelPackage digest of the package
 */
public record ModelResult(
    String name,
    String kind,
    String split,
    boolean registered,
    double validationUnweightedAverageRecall,
    Scores overall,
    Map<String, Scores> perCorpus,
    Map<String, ClassScores> perClass,
    LabelSet labels,
    List<List<Integer>> confusion,
    Calibration calibration,
    ArtifactRef predictions,
    Digest modelPackage) {

  /** The unweighted average recall on the test part. */
  public double recall() {
    return overall.unweightedAverageRecall().value();
  }
}
