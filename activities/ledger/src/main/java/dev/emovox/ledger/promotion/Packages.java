package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.Decision;

/** The stored model packages. */
@FunctionalInterface
public interface Packages {

  /**
   * Reads every byte of a package and compares it with its digests.
   *
   * @return its files, and what they say they were made from
   * @throws dev.emovox.domain.EmovoxException saying what is missing or changed
   */
  Decision.Attested verify(Digest packageDigest);
}
