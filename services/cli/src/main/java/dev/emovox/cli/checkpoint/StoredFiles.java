package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackageFiles;
import java.io.OutputStream;

/**
 * The files of one package in S3.
 *
 * @param store where packages are
 * @param digest of the package
 */
record StoredFiles(PackageStore store, Digest digest) implements PackageFiles {

  @Override
  public byte[] read(String name) {
    return store.read(digest, name);
  }

  @Override
  public void copy(String name, OutputStream out) {
    store.copy(digest, name, out);
  }
}
