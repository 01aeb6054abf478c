package dev.emovox.cli.promotion;

import dev.emovox.domain.Digest;

/** The stored model packages. */
@FunctionalInterface
public interface Packages {

  /**
   * Reads every byte of a package and compares it with its digests.
   *
   * @throws dev.emovox.domain.EmovoxException saying what is missing or changed
   */
  void verify(Digest packageDigest);
}
