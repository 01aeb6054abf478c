package dev.emovox.audit.rules.data;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every clip of the manifest is kept, in its size, under the digest of its bytes. */
public final class ClipsStored implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "clip-missing",
          "Speech that the run worked on is not kept any more, or not as it was: the way from a model back to what it heard is broken.",
          "Restore the objects below clips/ from a backup, or ingest the folders again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    Map<Digest, Long> expected = new TreeMap<>();
    run.manifest()
        .values()
        .forEach(clip -> expected.put(Digest.parse(clip.contentDigest()), clip.bytes()));
    List<Digest> missing = expected.isEmpty() ? List.of() : run.evidence().missingClips(expected);
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                run.id() + ", clips",
                "%d of %d are gone or have another size: %s"
                    .formatted(missing.size(), expected.size(), Listing.of(missing))));
  }
}
