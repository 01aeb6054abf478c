package dev.emovox.serving.registry;

import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackageFiles;

/** Where model packages are stored. */
public interface Packages {

  /** The folder that a registry entry must name as the source of a package. */
  String folder(Digest digest);

  /** The files of a package; nothing is read before it is asked for. */
  PackageFiles files(Digest digest);
}
