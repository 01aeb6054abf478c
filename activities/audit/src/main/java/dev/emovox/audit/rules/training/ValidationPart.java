package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.SplitPart;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The score that models are chosen by is of the validation part. */
public final class ValidationPart implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "selection-on-test",
          "The score by which models are chosen is not of the validation part. If it is of the test part, the test is no test any more: its result is the best of several tries.",
          "Choose by the validation part, and test the chosen model on clips that had no say.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    return baseline.tested().split().stream().flatMap(split -> breaches(baseline, split));
  }

  private static Stream<Breach> breaches(AuditedBaseline baseline, AuditedSplit split) {
    Map<String, Integer> supports = new TreeMap<>();
    baseline
        .validation()
        .perClass()
        .forEach(
            (label, scores) -> {
              if (scores.support() > 0) {
                supports.put(label, scores.support());
              }
            });
    Map<String, Integer> validation = split.perClass(SplitPart.VALIDATION);
    if (supports.equals(validation)) {
      return Stream.empty();
    }
    boolean test = supports.equals(split.perClass(SplitPart.TEST));
    return Stream.of(
        new Breach(
            baseline.tested().subject(),
            "validated on %s%s; the validation part has %s"
                .formatted(
                    Listing.of(supports),
                    test ? ", which is the test part" : "",
                    Listing.of(validation))));
  }
}
