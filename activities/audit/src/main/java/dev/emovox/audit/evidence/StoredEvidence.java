package dev.emovox.audit.evidence;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.ClipSizes;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.packaging.PackageFiles;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence in S3. Safe for use by several threads. */
public final class StoredEvidence implements Evidence {
  private final ArtifactStore store;
  private final PackageStore packages;

  /** The artefacts, clips and packages of a store. */
  public StoredEvidence(ArtifactStore store) {
    this.store = store;
    this.packages = new PackageStore(store);
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    try {
      return store.read(artifact);
    } catch (WorkFailedException e) {
      throw store.isStored(artifact)
          ? DefectException.changed(artifact, e)
          : DefectException.missing(artifact);
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(artifact, e);
    }
  }

  @Override
  public Optional<DefectException> defect(ArtifactRef artifact) {
    try {
      if (store.verify(artifact)) {
        return Optional.empty();
      }
      return Optional.of(
          store.isStored(artifact)
              ? DefectException.changed(artifact, null)
              : DefectException.missing(artifact));
    } catch (InvalidInputException e) {
      return Optional.of(DefectException.unreadable(artifact, e));
    }
  }

  @Override
  public List<Digest> missingClips(Map<Digest, Long> expected) {
    ClipSizes clips = new ClipSizes();
    expected.forEach(clips::add);
    return store.missingClips(clips);
  }

  @Override
  public PackageFiles files(Digest packageDigest) {
    return new Files(packages, packageDigest);
  }

  private record Files(PackageStore store, Digest digest) implements PackageFiles {
    @Override
    public byte[] read(String name) {
      return store.read(digest, name);
    }

    @Override
    public void copy(String name, OutputStream out) {
      store.copy(digest, name, out);
    }
  }
}
