package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.baselines.FeatureScale;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The feature vectors of some parts of a split, in the order in which models are fitted on them.
 *
 * @param baseline whose features
 * @param parts the part of each clip
 */
record FittedRows(AuditedBaseline baseline, Map<String, SplitPart> parts) {
  /** What a model should have been fitted on: training, validation, then copies. */
  FeatureScale training() {
    return scale(EnumSet.of(SplitPart.TRAIN, SplitPart.VALIDATION), true);
  }

  /** What it would be with the test part among them. */
  FeatureScale everything() {
    return scale(EnumSet.allOf(SplitPart.class), true);
  }

  /** What it would be of the test part alone. */
  FeatureScale test() {
    return scale(EnumSet.of(SplitPart.TEST), false);
  }

  private FeatureScale scale(Set<SplitPart> wanted, boolean withCopies) {
    List<FeatureRow> rows = new ArrayList<>();
    baseline.features().stream()
        .filter(row -> wanted.contains(parts.get(row.id())))
        .forEach(rows::add);
    if (withCopies) {
      rows.addAll(baseline.copyFeatures());
    }
    return FeatureScale.of(rows.stream().map(FittedRows::vector).toArray(double[][]::new));
  }

  static double[] vector(FeatureRow row) {
    return row.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
