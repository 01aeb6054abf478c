package dev.emovox.adapters.stages;

import dev.emovox.adapters.DriftReferences;
import dev.emovox.adapters.Stores;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.drift.DriftReferenceFile;
import dev.emovox.drift.Verdict;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.rows.ClipRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the references for drift of networks into their packages. */
final class NetworkReferences {
  private final Stores stores;
  private final DriftReferences references;

  NetworkReferences(Stores stores) {
    this.stores = stores;
    this.references = new DriftReferences(stores);
  }

  /** Writes nothing if there are too few clips, or no predictions. */
  void write(NetworkPackageRequest request, Optional<TemperatureScaling> calibration, Path folder) {
    request
        .predictions()
        .map(predictions -> verdicts(predictions, calibration))
        .flatMap(verdicts -> references.of(request.labels(), trainingPart(request), verdicts))
        .map(DriftReferenceFile::write)
        .ifPresent(content -> write(folder.resolve(DriftReferenceFile.NAME), content));
  }

  private List<Verdict> verdicts(
      ArtifactRef predictions, Optional<TemperatureScaling> calibration) {
    return stores.tables().rows(predictions, ScoredClip.class).stream()
        .map(clip -> calibrated(clip.probabilities(), calibration))
        .map(Verdict::of)
        .toList();
  }

  /** Logarithms of probabilities are logits but for a number that is the same for all classes. */
  private static double[] calibrated(
      List<Double> probabilities, Optional<TemperatureScaling> calibration) {
    double[] plain = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
    return calibration
        .map(
            scaling ->
                scaling.probabilities(
                    probabilities.stream().mapToDouble(StrictMath::log).toArray()))
        .orElse(plain);
  }

  private DriftReferences.TrainingPart trainingPart(NetworkPackageRequest request) {
    return new DriftReferences.TrainingPart(
        List.of(request.clips().digest()), digests -> passOn(request.clips(), digests));
  }

  private void passOn(ArtifactRef clips, Consumer<String> digests) {
    stores
        .tables()
        .forEach(
            clips,
            ClipRow.class,
            row -> {
              if (row.part() == SplitPart.TRAIN) {
                digests.accept(row.contentDigest());
              }
            });
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new WorkFailedException(
          "The reference for drift can't be written to %s (%s).".formatted(file, e), e);
    }
  }
}
