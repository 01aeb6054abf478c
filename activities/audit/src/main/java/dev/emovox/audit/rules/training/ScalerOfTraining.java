package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.baselines.FeatureScale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mean and scale of features are those of the clips that the model learnt from, to the bit. */
public final class ScalerOfTraining implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "scaler-fitted-on-test",
          "The numbers by which the model scales features are not those of its training clips: it knew something of the test clips beforehand, or was fitted on other data than the record names.",
          "Don't rely on the scores. Fit the model again on training clips only.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    Optional<AuditedSplit> split = baseline.tested().split();
    if (split.isEmpty() || baseline.features().isEmpty()) {
      return Stream.empty();
    }
    FeatureScale found = FeatureScale.of(baseline.model());
    FittedRows rows = new FittedRows(baseline, split.get().parts());
    FeatureScale expected = rows.training();
    return found.isSame(expected)
        ? Stream.empty()
        : Stream.of(new Breach(baseline.tested().subject(), evidence(found, expected, rows)));
  }

  private static String evidence(FeatureScale found, FeatureScale expected, FittedRows rows) {
    if (found.size() != expected.size()) {
      return "the model scales %d features and the table has %d"
          .formatted(found.size(), expected.size());
    }
    int feature =
        IntStream.range(0, found.size())
            .filter(
                j ->
                    Double.compare(found.mean(j), expected.mean(j)) != 0
                        || Double.compare(found.scale(j), expected.scale(j)) != 0)
            .findFirst()
            .orElse(0);
    return "feature %d has mean %s and scale %s in the model, and %s and %s over training and validation%s"
        .formatted(
            feature,
            found.mean(feature),
            found.scale(feature),
            expected.mean(feature),
            expected.scale(feature),
            origin(found, rows));
  }

  private static String origin(FeatureScale found, FittedRows rows) {
    if (found.isSame(rows.everything())) {
      return "; the model's are those of all clips, the test part among them";
    }
    return found.isSame(rows.test()) ? "; the model's are those of the test part" : "";
  }
}
