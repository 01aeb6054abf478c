package dev.emovox.audit.rules.splits;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.SplitRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every clip of the manifest is in exactly one part of a split, and nothing else is. */
public final class SplitWhole implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "split-incomplete",
          "The split is not a division of the run's clips: some are in no part, in two, or are none of them. It was made of another manifest, or changed.",
          "Don't rely on scores on this split; divide the clips anew by running the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.splits().stream().flatMap(split -> breaches(run, split));
  }

  private static Stream<Breach> breaches(AuditedRun run, AuditedSplit split) {
    Set<String> left = new TreeSet<>(run.manifest().keySet());
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (SplitRow row : split.rows()) {
      if (!seen.add(row.id())) {
        twice.add(row.id());
      } else if (!left.remove(row.id())) {
        unknown.add(row.id());
      }
    }
    return Stream.of(
            evidence(twice, "in two parts"),
            evidence(unknown, "not in the manifest"),
            evidence(List.copyOf(left), "in no part"))
        .flatMap(List::stream)
        .map(evidence -> new Breach(split.subject(), evidence));
  }

  private static List<String> evidence(List<String> clips, String what) {
    return clips.isEmpty()
        ? List.of()
        : List.of("%d clips %s: %s".formatted(clips.size(), what, Listing.of(clips)));
  }
}
