package dev.emovox.inference;

import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftReferenceFile;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import java.util.Optional;

/** The reference for drift as a part of a package. */
final class PackagedReference {
  private PackagedReference() {}

  /**
   * Refuses a reference of another model.
   *
   * @throws dev.emovox.domain.InvalidInputException if it has other classes
   */
  static void verify(PackageDescription description, Optional<DriftReference> reference) {
    reference.ifPresent(
        known ->
            PackageConsistency.require(
                known.labels().equals(description.labels()),
                "its reference for drift has the classes "
                    + known.labels().labels()
                    + " instead of "
                    + description.labels().labels()));
  }

  /**
   * The reference among files that are verified, if there is one.
   *
   * @throws dev.emovox.domain.InvalidInputException if it can't be used
   */
  static Optional<DriftReference> in(PackageFiles files, PackageDescription description) {
    Optional<DriftReference> reference =
        description.files().stream()
            .filter(file -> file.name().equals(DriftReferenceFile.NAME))
            .findFirst()
            .map(file -> read(files, file));
    verify(description, reference);
    return reference;
  }

  private static DriftReference read(PackageFiles files, PackagedFile file) {
    PackageConsistency.require(
        file.bytes() <= DriftReferenceFile.MAX_BYTES,
        "its reference for drift has " + file.bytes() + " bytes");
    return DriftReferenceFile.read(files.read(file.name()));
  }
}
