package dev.emovox.serving.registry;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.serving.model.LoadedModel;
import dev.emovox.serving.model.ModelFacts;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelPointer;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelSource;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.util.Optional;
import java.util.function.Function;

/**
 * Models of the real registry. A version is trusted only as far as its digest goes: the package is
 * looked up by that digest, every byte of it is verified, and where the registry says that the
 * package lies must be where the digest says.
 */
public final class RegistryModelSource implements ModelSource {
  private static final String RUN_TAG = "emovox.run";

  private final Function<ModelRole, Optional<ModelVersion>> aliases;
  private final Packages packages;
  private final PackageReader reader;
  private final ComputeDevice device;

  /**
   * Makes the source.
   *
   * @param aliases asks the registry for the version that the alias of a role points to
   * @param packages where packages are stored
   * @param reader copies large files to this machine
   * @param device where networks compute
   */
  public RegistryModelSource(
      Function<ModelRole, Optional<ModelVersion>> aliases,
      Packages packages,
      PackageReader reader,
      ComputeDevice device) {
    this.aliases = aliases;
    this.packages = packages;
    this.reader = reader;
    this.device = device;
  }

  @Override
  public Optional<ModelPointer> find(ModelRole role) {
    return aliases.apply(role).map(RegistryModelSource::pointer);
  }

  private static ModelPointer pointer(ModelVersion version) {
    String run = version.tags().getOrDefault(RUN_TAG, "");
    return new ModelPointer(
        version.name(), version.version(), run, version.source(), version.digest());
  }

  @Override
  public LoadedModel load(ModelPointer pointer) {
    Digest recorded = pointer.digest().orElseThrow(() -> withoutDigest(pointer));
    String folder = packages.folder(recorded);
    if (!withoutSlash(pointer.source()).equals(withoutSlash(folder))) {
      throw elsewhere(pointer, folder);
    }
    try (ModelPackage verified = reader.read(packages.files(recorded), recorded)) {
      ModelIdentity identity =
          new ModelIdentity(pointer.name(), pointer.version(), pointer.run(), verified.digest());
      return new LoadedModel(identity, facts(verified), new PackagedModel(verified.load(device)));
    }
  }

  private static ModelFacts facts(ModelPackage verified) {
    return new ModelFacts(
        verified.preprocessing(),
        verified.calibration(),
        verified.selfTest().map(test -> test.probes().size()).orElse(0),
        verified.driftReference());
  }

  private static InvalidInputException withoutDigest(ModelPointer pointer) {
    return new InvalidInputException(
        "The registry has no digest for "
            + pointer.describe()
            + " (tag emovox.digest), so its package can't be verified. Register the package with"
            + " ./emovox, or promote another version.");
  }

  private static InvalidInputException elsewhere(ModelPointer pointer, String folder) {
    return new InvalidInputException(
        "The registry says that the package of "
            + pointer.describe()
            + " lies at '"
            + pointer.source()
            + "', but by its digest this service looks for it at '"
            + folder
            + "'. Check EMOVOX_S3_BUCKET, or register the package again.");
  }

  private static String withoutSlash(String folder) {
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }
}
