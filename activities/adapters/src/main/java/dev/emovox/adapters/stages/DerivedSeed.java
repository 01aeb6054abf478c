package dev.emovox.adapters.stages;

import dev.emovox.domain.Digest;

/** Seeds that follow from a run's, a different one for each purpose. */
final class DerivedSeed {
  private DerivedSeed() {}

  /** The seed of a purpose: the first 64 bits of a digest over purpose and seed. */
  static long of(String purpose, long seed) {
    return Digest.of(purpose + "\n" + seed).leadingBits();
  }
}
