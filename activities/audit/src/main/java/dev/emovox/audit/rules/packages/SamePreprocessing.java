package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.settings.SnakeCaseJson;
import java.util.stream.Stream;

/** Clips are prepared for the served model as they were for training. */
public final class SamePreprocessing implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "preprocessing-differs",
          "The served model hears clips prepared in another way than those that it was trained and tested on: its results in service are not those of the report.",
          "Don't serve it. Pack the model with the preprocessing of its training by running the experiment again.");

  private static final String PREPROCESSING = "preprocessing.json";

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    byte[] planned = new SnakeCaseJson().writeIndented(baseline.set());
    return baseline.tested().packaged().files().stream()
        .filter(file -> file.name().equals(PREPROCESSING))
        .map(PackagedFile::digest)
        .filter(packaged -> !packaged.equals(Digest.of(planned)))
        .map(
            packaged ->
                new Breach(
                    baseline.tested().subject(),
                    "the package has %s, the plan's feature set %s is %s"
                        .formatted(packaged, baseline.set().set(), Digest.of(planned))));
  }
}
