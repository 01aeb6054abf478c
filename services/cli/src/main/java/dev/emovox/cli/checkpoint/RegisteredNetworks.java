package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.LocalFiles;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackageScratch;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.tracking.ModelVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Versions of the registry whose packages hold a network.
 *
 * @param versions the registry's
 * @param store where packages are
 */
public record RegisteredNetworks(Supplier<List<ModelVersion>> versions, PackageStore store) {

  /**
   * A network's package.
   *
   * @param digest of the package
   * @param description what it says of itself
   * @param files its files on this machine, verified; the caller closes them
   */
  record Network(Digest digest, Wav2Vec2Description description, LocalFiles files) {}

  /**
   * Brings the package of a version to this machine.
   *
   * @param scratch an existing folder
   * @throws InvalidInputException if there is no such version or it holds no network
   */
  Network fetch(String version, Path scratch) {
    Digest digest = digest(version);
    PackageFiles files = new StoredFiles(store, digest);
    PackageDescription description = PackageDescription.read(files.read(PackageDescription.FILE));
    if (!(description instanceof Wav2Vec2Description network)) {
      throw new InvalidInputException(
          "Version %s is a baseline (%s), which no other program can load; only networks are exported. Its package is in %s."
              .formatted(version, description.kind(), store.folder(digest)));
    }
    return new Network(
        digest, network, new PackageScratch(scratch).localise(files, network.files()));
  }

  private Digest digest(String number) {
    return versions.get().stream()
        .filter(version -> version.version().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no version '%s'. `./emovox models` lists them.".formatted(number)))
        .digest()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Version %s was registered by another program: it has no tag emovox.digest, so it is not known what it is."
                        .formatted(number)));
  }
}
