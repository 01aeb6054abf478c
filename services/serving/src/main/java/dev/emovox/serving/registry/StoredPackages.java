package dev.emovox.serving.registry;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackageFiles;

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
    return name -> store.read(digest, name);
  }
}
