package dev.emovox.serving.registry;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackageFiles;
import java.io.OutputStream;

/**
 * Packages in S3.
 *
 * @param store the store
 */
public record StoredPackages(PackageStore store) implements Packages {

  @Override
  public String folder(Digest digest) {
    return store.folder(digest);
  }

  @Override
  public PackageFiles files(Digest digest) {
    return new StoredFiles(store, digest);
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
