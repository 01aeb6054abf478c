package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.Prediction;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network says the same about a clip alone and in any batch; baselines compute clip by clip.
 * Asked are networks that are loaded in a moment; larger ones are the same program with other
 * numbers.
 */
public final class SameInAnyBatch implements Rule<AuditedVersion> {
  private static final RuleText TEXT =
      RuleText.error(
          "batch-dependent-predictions",
          "What the model says of a clip depends on the clips that it happens to be computed with: results can't be repeated, and those of the test are not those of the service.",
          "Don't serve it. Keep padding out of normalisation, attention and mean, and train again.");

  private static final long MOST_BYTES = 64L << 20;

  /** Sums are cut otherwise in a batch; logits of unlike batches differ by rounding alone. */
  private static final double ROUNDING = 1e-3;

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedVersion subject) {
    return subject.version().digest().flatMap(digest -> difference(subject, digest)).stream()
        .filter(difference -> difference > ROUNDING)
        .map(
            difference ->
                new Breach(
                    subject.subject(),
                    "the logits of a clip differ by %s alone and beside a longer one"
                        .formatted(difference)));
  }

  /** Nothing if it is no small network, or one that can't be read, which another rule tells. */
  private static Optional<Double> difference(AuditedVersion subject, Digest digest) {
    PackageFiles files = subject.evidence().files(digest);
    try {
      if (!isSmallNetwork(PackageDescription.read(files.read(PackageDescription.FILE)))) {
        return Optional.empty();
      }
      try (ModelPackage model = new PackageReader().read(files, digest);
          EmotionPredictor predictor = model.load(ComputeDevice.CPU)) {
        BatchProbe probe =
            new BatchProbe(
                clips -> predictor.predict(clips).stream().map(Prediction::logits).toList());
        return Optional.of(probe.largestDifference());
      }
    } catch (InvalidInputException | WorkFailedException e) {
      return Optional.empty();
    }
  }

  private static boolean isSmallNetwork(PackageDescription description) {
    return description instanceof Wav2Vec2Description
        && description.files().stream().mapToLong(PackagedFile::bytes).sum() <= MOST_BYTES;
  }
}
