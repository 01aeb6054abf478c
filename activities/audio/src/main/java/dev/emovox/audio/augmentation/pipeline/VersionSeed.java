package dev.emovox.audio.augmentation.pipeline;

import dev.emovox.domain.Digest;

/** What is random in a version of a clip that is made once and kept. */
public final class VersionSeed {
  private VersionSeed() {}

  /**
   * A version's seed: the first 64 bits of a digest over the three, so that the version can be made
   * again alone.
   *
   * @param clip digest of the clip's file
   * @param seed of the run, or the user's
   * @param number of the version, from 1
   */
  public static long of(Digest clip, long seed, int number) {
    return Digest.of("%s %d %d".formatted(clip, seed, number)).leadingBits();
  }
}
