package dev.emovox.audit.rules.splits;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The same recording is on one side of a split only. */
public final class DuplicatesApart implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "duplicate-across-parts",
          "The same recording is in two parts of the split, so a model is tested on what it learnt by heart: scores are too good.",
          "Divide the clips anew, duplicates together, and train again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.splits().stream().flatMap(split -> breaches(run, split));
  }

  private static Stream<Breach> breaches(AuditedRun run, AuditedSplit split) {
    Sides sides = new Sides(split.parts());
    TreeSet<String> crossings = new TreeSet<>();
    crossings.addAll(sides.crossings(run.manifest().values(), ManifestRow::contentDigest));
    crossings.addAll(sides.crossings(run.manifest().values(), ManifestRow::audioDigest));
    return crossings.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(split.subject(), Listing.of(List.copyOf(crossings))));
  }
}
