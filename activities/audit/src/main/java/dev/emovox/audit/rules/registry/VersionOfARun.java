package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** A version's run is on record, and made its package. */
public final class VersionOfARun implements Rule<AuditedVersion> {
  private static final RuleText TEXT =
      RuleText.error(
          "version-not-of-its-run",
          "No record of a run tells how this version came about: what it learnt from and how it was tested can't be checked.",
          "Don't promote it. Restore the run's record (runs/RUN in the bucket) from a backup, or run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedVersion subject) {
    String run = subject.version().tags().get("emovox.run");
    if (subject.run().isEmpty()) {
      return Stream.of(
          new Breach(
              subject.subject(),
              "it names the run %s, of which there is no record".formatted(run)));
    }
    return subject.model().isPresent()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                subject.subject(),
                "none of the models of %s has the package %s"
                    .formatted(run, subject.version().tags().get("emovox.digest"))));
  }
}
