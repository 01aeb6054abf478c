package dev.emovox.adapters.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.promotion.Packages;
import java.util.List;
import java.util.stream.Stream;

/** Packages in S3. */
public final class StoredPackages implements Packages {
  private final PackageStore store;

  public StoredPackages(PackageStore store) {
    this.store = store;
  }

  @Override
  public Decision.Attested verify(Digest packageDigest) {
    PackageFiles files = new StoredFiles(store, packageDigest);
    new PackageReader().verify(files, packageDigest);
    PackageDescription description = PackageDescription.read(files.read(PackageDescription.FILE));
    return new Decision.Attested(subjects(packageDigest, description), evidence(description));
  }

  private static List<Resource> subjects(Digest digest, PackageDescription description) {
    String folder = "models/" + digest.hex() + "/";
    Stream<Resource> others =
        description.files().stream().map(file -> new Resource(folder + file.name(), file.digest()));
    return Stream.concat(Stream.of(new Resource(folder + PackageDescription.FILE, digest)), others)
        .toList();
  }

  private static List<Resource> evidence(PackageDescription description) {
    if (description instanceof Wav2Vec2Description network) {
      return evidence(network.provenance());
    }
    Provenance provenance = ((BaselineDescription) description).provenance();
    return List.of(
        new Resource("evaluation", provenance.evaluation()),
        new Resource("features", provenance.features()),
        new Resource("manifest", provenance.manifest()),
        new Resource("split", provenance.split()));
  }

  private static List<Resource> evidence(CheckpointProvenance provenance) {
    Stream<Resource> trained =
        provenance.fineTuning().stream()
            .flatMap(
                tuning ->
                    Stream.of(
                        new Resource("clips", tuning.clips()),
                        new Resource("evaluation", tuning.evaluation()),
                        new Resource("manifest", tuning.manifest()),
                        new Resource("position", tuning.position()),
                        new Resource("split", tuning.split())));
    Resource base = new Resource("base-checkpoint", provenance.base().digest());
    return Stream.concat(Stream.of(base), trained).toList();
  }
}
