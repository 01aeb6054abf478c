package dev.emovox.audit.rules.augmentation;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.records.rows.AugmentedRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No copy is among the clips that are divided. */
public final class CopiesNotClips implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "augmentation-before-split",
          "Changed copies of clips are among the clips that the split divides, so a clip and its copy can be on two sides.",
          "Ingest recordings only; copies are made after the split, by the experiment's augmentation.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    if (baseline.copies().isEmpty()) {
      return Stream.empty();
    }
    Set<String> copies =
        baseline.copies().stream().map(AugmentedRow::contentDigest).collect(Collectors.toSet());
    List<String> clips =
        baseline.tested().run().manifest().values().stream()
            .filter(clip -> copies.contains(clip.contentDigest()))
            .map(clip -> clip.id() + " (" + clip.contentDigest() + ")")
            .toList();
    return clips.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(baseline.tested().subject(), Listing.of(clips)));
  }
}
