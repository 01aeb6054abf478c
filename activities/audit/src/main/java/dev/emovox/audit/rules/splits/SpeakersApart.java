package dev.emovox.audit.rules.splits;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPolicy;
import java.util.List;
import java.util.stream.Stream;

/** A split that promises unseen speakers keeps the promise. */
public final class SpeakersApart implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "speaker-leakage",
          "The split says that no speaker is on two sides, and some are: scores are of voices that the model knows.",
          "Divide the clips anew by speaker, and train again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.splits().stream()
        .filter(split -> split.settings().policy() == SplitPolicy.SPEAKER_DISJOINT)
        .flatMap(split -> breaches(run, split));
  }

  private static Stream<Breach> breaches(AuditedRun run, AuditedSplit split) {
    List<String> shared =
        new Sides(split.parts()).crossings(run.manifest().values(), ManifestRow::speaker);
    return shared.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(split.subject(), Listing.of(shared)));
  }
}
