package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import java.util.Optional;
import java.util.stream.Stream;

/** The package names the report that the run shows beside it. */
public final class PackagedEvaluation implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "report-of-another-model",
          "The report that the run shows is not the one that the packaged model was tested with: the scores belong to another model, or the report was exchanged.",
          "Believe the report that the package names. Compare the run's record with a backup.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    Digest shown = model.output("report").digest();
    Optional<Digest> packaged = evaluation(model.packaged());
    return packaged.equals(Optional.of(shown))
        ? Stream.empty()
        : Stream.of(
            new Breach(
                model.subject(),
                "the run shows %s, the package names %s"
                    .formatted(shown, packaged.map(Digest::toString).orElse("none"))));
  }

  private static Optional<Digest> evaluation(PackageDescription description) {
    return description instanceof BaselineDescription baseline
        ? Optional.of(baseline.provenance().evaluation())
        : ((Wav2Vec2Description) description).provenance().fineTuning().map(FineTuning::evaluation);
  }
}
