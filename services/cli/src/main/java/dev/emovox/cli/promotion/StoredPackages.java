package dev.emovox.cli.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;

/** Packages in S3. */
public final class StoredPackages implements Packages {
  private final PackageStore store;

  public StoredPackages(PackageStore store) {
    this.store = store;
  }

  @Override
  public void verify(Digest packageDigest) {
    try (ModelPackage verified =
        new PackageReader().read(name -> store.read(packageDigest, name))) {
      if (!verified.digest().equals(packageDigest)) {
        throw new WorkFailedException("Its digest is %s.".formatted(verified.digest()));
      }
    }
  }
}
