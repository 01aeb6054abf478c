package dev.emovox.audit.rules.data;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same recording has the same label wherever it is. */
public final class ContradictingLabels implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "contradicting-labels",
          "One and the same recording is in the data under two emotions. At least one label is wrong, and nobody can tell which: it must neither be learnt from nor tested on.",
          "Take all copies out of the data; ingestion rejects them by itself.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    Map<String, List<ManifestRow>> bySound = new TreeMap<>();
    run.manifest()
        .values()
        .forEach(
            clip -> bySound.computeIfAbsent(clip.audioDigest(), d -> new ArrayList<>()).add(clip));
    return bySound.values().stream()
        .filter(clips -> clips.stream().map(ManifestRow::emotion).distinct().count() > 1)
        .map(
            clips ->
                new Breach(
                    run.id() + ", manifest",
                    Listing.of(clips.stream().map(ContradictingLabels::labelled).toList())
                        + " are the same recording"));
  }

  private static String labelled(ManifestRow clip) {
    return clip.id() + " (" + clip.emotion() + ")";
  }
}
