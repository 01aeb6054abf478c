package dev.emovox.cli.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.ModelPackage;

/** Packages in S3. */
public final class StoredPackages implements Packages {
  private final PackageStore store;

  public StoredPackages(PackageStore store) {
    this.store = store;
  }

  @Override
  public void verify(Digest packageDigest) {
    Digest found = ModelPackage.read(name -> store.read(packageDigest, name)).digest();
    if (!found.equals(packageDigest)) {
      throw new WorkFailedException("Its digest is %s.".formatted(found));
    }
  }
}
