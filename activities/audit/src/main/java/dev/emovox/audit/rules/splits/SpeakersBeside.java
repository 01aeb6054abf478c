package dev.emovox.audit.rules.splits;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPolicy;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Scores on known voices stand beside scores on unknown ones. */
public final class SpeakersBeside implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.warning(
          "speakers-known",
          "All results are of speakers whose voices the models learnt from, and no split of this run keeps speakers apart: nothing is known of how well strangers are understood, which is usually much worse.",
          "Add a split with `policy: speaker-disjoint` beside it, and show both.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    boolean beside =
        run.splits().stream()
            .anyMatch(split -> split.settings().policy() == SplitPolicy.SPEAKER_DISJOINT);
    return beside ? Stream.empty() : run.splits().stream().flatMap(split -> breach(run, split));
  }

  private static Stream<Breach> breach(AuditedRun run, AuditedSplit split) {
    int shared =
        new Sides(split.parts()).crossings(run.manifest().values(), ManifestRow::speaker).size();
    Set<String> all = new TreeSet<>();
    run.manifest().values().forEach(clip -> all.add(clip.speaker()));
    return shared == 0
        ? Stream.empty()
        : Stream.of(
            new Breach(
                split.subject(),
                "%d of %d speakers are on more than one side".formatted(shared, all.size())));
  }
}
