package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** A version names the digest of its package, and the folder of that package. */
public final class VersionHasDigest implements Rule<AuditedVersion> {
  private static final RuleText TEXT =
      RuleText.error(
          "version-not-addressed-by-digest",
          "The registry does not say, or says in two ways, which bytes this version is: somebody else registered it, or its tags were changed.",
          "Don't promote it. Register the model by a run of Emovox.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedVersion subject) {
    boolean addressed =
        subject
            .version()
            .digest()
            .filter(digest -> subject.version().source().contains(digest.hex()))
            .isPresent();
    return addressed
        ? Stream.empty()
        : Stream.of(
            new Breach(
                subject.subject(),
                "its tag emovox.digest is %s, its source %s"
                    .formatted(
                        subject.version().tags().get("emovox.digest"),
                        subject.version().source())));
  }
}
