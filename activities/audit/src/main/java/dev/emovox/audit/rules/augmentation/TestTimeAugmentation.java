package dev.emovox.audit.rules.augmentation;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.ClipVersion;
import java.util.List;
import java.util.stream.Stream;

/** Changed versions of clips are made for training, not for tests. */
public final class TestTimeAugmentation implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.warning(
          "test-time-augmentation",
          "Changed versions are made of every clip, of test clips too, and strung together to one longer description; nothing is added to the training data. This is no augmentation, whatever it is called, and a served clip must be changed as often before it is understood.",
          "Call it by its name in results. For augmentation, give the model `augmentation:` and a feature set without concatenated versions.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    List<ClipVersion> versions = baseline.set().concatenatedVersions();
    return versions.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                baseline.tested().subject(),
                "the feature set %s has %d values of %d versions of each clip, test clips included"
                    .formatted(baseline.set().set(), baseline.set().size(), versions.size())));
  }
}
