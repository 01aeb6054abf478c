package dev.emovox.cli.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that holds a network.
 *
 * @param folder where
 * @param facts what
 * @param packaged the model package, if it is one
 */
public record InspectedModel(
    Path folder, CheckpointFacts facts, Optional<InspectedPackage> packaged) {

  /**
   * Reads and verifies all of a folder.
   *
   * @throws InvalidInputException if it holds no network that this program can use
   */
  public static InspectedModel of(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Optional<InspectedPackage> packaged =
        Files.exists(folder.resolve(PackageDescription.FILE))
            ? Optional.of(verified(folder))
            : Optional.empty();
    try (Checkpoint checkpoint = CheckpointFolder.open(folder)) {
      return new InspectedModel(absolute, CheckpointFacts.of(checkpoint), packaged);
    }
  }

  private static InspectedPackage verified(Path folder) {
    try (ModelPackage read = new PackageReader().read(PackageFiles.directory(folder))) {
      if (!read.kind().equals(Wav2Vec2Description.KIND)) {
        throw new InvalidInputException(
            "%s holds the package of a baseline (%s) with the classes %s and digest %s; this command looks at networks."
                .formatted(folder, read.kind(), read.labels().labels(), read.digest()));
      }
      int clips = read.selfTest().map(test -> test.probes().size()).orElse(0);
      return new InspectedPackage(read.digest(), read.calibration(), clips);
    }
  }
}
