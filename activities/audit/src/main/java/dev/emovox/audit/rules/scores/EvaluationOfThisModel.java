package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.DefectException;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stored model, asked again about every test clip, says what the predictions say. */
public final class EvaluationOfThisModel implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "evaluation-of-another-model",
          "The stored predictions are not those of the stored model: the scores belong to another one.",
          "Don't rely on the scores. Delete the predictions and run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    Map<String, FeatureRow> features = new HashMap<>();
    baseline.features().forEach(row -> features.put(row.id(), row));
    BaselineModel model = baseline.model();
    List<String> different = new ArrayList<>();
    for (ScoredClip scored : baseline.tested().predictions()) {
      FeatureRow row = features.get(scored.id());
      if (row != null) {
        List<Double> now = probabilities(baseline, model, row);
        if (!now.equals(scored.probabilities())) {
          different.add(
              "%s was given %s, the model gives %s"
                  .formatted(scored.id(), scored.probabilities(), now));
        }
      }
    }
    return different.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                baseline.tested().subject(),
                "%d of %d clips: %s"
                    .formatted(
                        different.size(),
                        baseline.tested().predictions().size(),
                        Listing.of(different.subList(0, 1)))));
  }

  private static List<Double> probabilities(
      AuditedBaseline baseline, BaselineModel model, FeatureRow row) {
    try {
      double[] values = row.values().stream().mapToDouble(Double::doubleValue).toArray();
      return Arrays.stream(model.probabilities(values)).boxed().toList();
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(baseline.modelArtifact(), e);
    }
  }
}
