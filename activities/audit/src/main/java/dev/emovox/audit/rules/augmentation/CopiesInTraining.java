package dev.emovox.audit.rules.augmentation;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.AugmentedRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies are of clips of the training part, and stay there. */
public final class CopiesInTraining implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "augmentation-outside-training",
          "Changed copies of clips that are kept for validation or test were learnt from, as when augmentation comes before the split: the model is tested on what it has heard.",
          "Don't rely on the scores. Make copies of training clips only, after the split, and train again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    if (baseline.copies().isEmpty() || baseline.tested().split().isEmpty()) {
      return Stream.empty();
    }
    Map<String, SplitPart> parts = baseline.tested().split().orElseThrow().parts();
    List<String> outside =
        baseline.copies().stream()
            .filter(
                copy ->
                    parts.get(copy.sourceId()) != SplitPart.TRAIN || copy.part() != SplitPart.TRAIN)
            .map(copy -> evidence(copy, parts))
            .toList();
    return outside.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                baseline.tested().subject(),
                "%d of %d copies: %s"
                    .formatted(outside.size(), baseline.copies().size(), Listing.of(outside))));
  }

  private static String evidence(AugmentedRow copy, Map<String, SplitPart> parts) {
    return "%s is in %s, its source in %s"
        .formatted(copy.id(), copy.part(), parts.get(copy.sourceId()));
  }
}
