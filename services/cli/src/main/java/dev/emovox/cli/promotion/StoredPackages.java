package dev.emovox.cli.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.PackageFiles;
import java.io.OutputStream;

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

  private record StoredFiles(PackageStore store, Digest digest) implements PackageFiles {

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
