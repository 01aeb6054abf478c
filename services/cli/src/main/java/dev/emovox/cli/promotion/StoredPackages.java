package dev.emovox.cli.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.PackageReader;

/** Packages in S3. */
public final class StoredPackages implements Packages {
  private final PackageStore store;

  public StoredPackages(PackageStore store) {
    this.store = store;
  }

  @Override
  public void verify(Digest packageDigest) {
    new PackageReader().verify(new StoredFiles(store, packageDigest), packageDigest);
  }
}
