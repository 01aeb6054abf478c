package dev.emovox.adapters.stages;

import dev.emovox.domain.Digest;

/** Seeds that follow from a run's, a different one for each purpose. */
final class DerivedSeed {
  private static final int HEX_DIGITS = 16;
  private static final int HEX = 16;

  private DerivedSeed() {}

  /** The seed of a purpose: the first 64 bits of a digest over purpose and seed. */
  static long of(String purpose, long seed) {
    String hex = Digest.of(purpose + "\n" + seed).hex();
    return Long.parseUnsignedLong(hex.substring(0, HEX_DIGITS), HEX);
  }
}
