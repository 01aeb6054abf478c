package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackagedFile;
import java.util.stream.Stream;

/** The packaged model is, byte by byte, the one that was fitted and tested. */
public final class PackagedModel implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "package-holds-another-model",
          "The model in the package is not the one that the run fitted and tested: what is served was never tested.",
          "Don't serve it. Run the experiment again.");

  private static final String MODEL = "model.bin";

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    Digest fitted = baseline.modelArtifact().digest();
    return baseline.tested().packaged().files().stream()
        .filter(file -> file.name().equals(MODEL))
        .map(PackagedFile::digest)
        .filter(packaged -> !packaged.equals(fitted))
        .map(
            packaged ->
                new Breach(
                    baseline.tested().subject(),
                    "%s is packaged, %s was fitted and tested".formatted(packaged, fitted)));
  }
}
