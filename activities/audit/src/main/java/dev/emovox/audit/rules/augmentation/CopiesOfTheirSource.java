package dev.emovox.audit.rules.augmentation;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.records.rows.AugmentedRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy has the label and the speaker of the clip that it is of. */
public final class CopiesOfTheirSource implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "copy-mislabelled",
          "A copy has another emotion, speaker or source than the manifest says: the model learnt what is not so.",
          "Make the copies anew by running the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    Map<String, ManifestRow> clips =
        baseline.copies().isEmpty() ? Map.of() : baseline.tested().run().manifest();
    List<String> wrong =
        baseline.copies().stream()
            .filter(copy -> clips.containsKey(copy.sourceId()))
            .filter(copy -> !isOf(copy, clips.get(copy.sourceId())))
            .map(copy -> evidence(copy, clips.get(copy.sourceId())))
            .toList();
    return wrong.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(baseline.tested().subject(), Listing.of(wrong)));
  }

  private static boolean isOf(AugmentedRow copy, ManifestRow source) {
    return copy.emotion().equals(source.emotion())
        && copy.speaker().equals(source.speaker())
        && copy.sourceDigest().equals(source.contentDigest());
  }

  private static String evidence(AugmentedRow copy, ManifestRow source) {
    return "%s is %s by %s of %s, its source %s by %s, %s"
        .formatted(
            copy.id(),
            copy.emotion(),
            copy.speaker(),
            copy.sourceDigest(),
            source.emotion(),
            source.speaker(),
            source.contentDigest());
  }
}
