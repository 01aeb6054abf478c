package dev.emovox.adapters;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.evaluation.calibration.LabelledLogits;
import dev.emovox.records.rows.FeatureRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lets a model predict the clips of a feature table. */
final class Scoring {
  private Scoring() {}

  /** One scored clip a row, in the rows' order; of equally probable classes the first is taken. */
  static List<ScoredClip> score(BaselineModel model, List<FeatureRow> rows) {
    return rows.stream().map(row -> score(model, row)).toList();
  }

  /** The logits of each row beside its class, in the rows' order. */
  static List<LabelledLogits> logits(BaselineModel model, List<FeatureRow> rows) {
    return rows.stream()
        .map(
            row ->
                new LabelledLogits(
                    model.logits(LabelledFeatures.vector(row)),
                    model.labels().index(row.emotion())))
        .toList();
  }

  /** The probabilities of each row as a package with this calibration gives them. */
  static List<double[]> probabilities(
      BaselineModel model, Optional<TemperatureScaling> calibration, List<FeatureRow> rows) {
    return rows.stream()
        .map(LabelledFeatures::vector)
        .map(
            features ->
                calibration
                    .map(scaling -> scaling.probabilities(model.logits(features)))
                    .orElseGet(() -> model.probabilities(features)))
        .toList();
  }

  private static ScoredClip score(BaselineModel model, FeatureRow row) {
    double[] probabilities = model.probabilities(LabelledFeatures.vector(row));
    return new ScoredClip(
        row.id(),
        row.corpus(),
        row.speaker(),
        row.emotion(),
        model.labels().name(mostProbable(probabilities)),
        Arrays.stream(probabilities).boxed().toList());
  }

  private static int mostProbable(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }
}
