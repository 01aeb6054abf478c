package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.PackageReader;
import java.util.Optional;
import java.util.stream.Stream;

/** Serving would take the package: every byte of it is right, and its parts fit together. */
public final class PackageWhole implements Rule<AuditedVersion> {
  private static final RuleText TEXT =
      RuleText.error(
          "package-damaged",
          "The registered model can't be loaded as it was registered: a file of it is gone or was changed. Serving refuses it.",
          "Run the experiment again to restore the package; find out who can write in the bucket.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedVersion subject) {
    return subject.version().digest().flatMap(digest -> damage(subject, digest)).stream()
        .map(damage -> new Breach(subject.subject(), damage));
  }

  private static Optional<String> damage(AuditedVersion subject, Digest digest) {
    try {
      new PackageReader().verify(subject.evidence().files(digest), digest);
      return Optional.empty();
    } catch (InvalidInputException | WorkFailedException e) {
      return Optional.of(e.getMessage());
    }
  }
}
