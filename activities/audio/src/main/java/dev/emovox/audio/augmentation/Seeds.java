package dev.emovox.audio.augmentation;

import java.util.Random;
import java.util.SplittableRandom;

/** Where random numbers come from: a seed, and nothing else. */
public final class Seeds {
  private Seeds() {}

  /** Numbers whose sequence is part of Java's specification; unlike those of seeds nearby. */
  public static Random random(long seed) {
    // Random's first numbers are alike for seeds that are.
    return new OwnRandom(new SplittableRandom(seed).nextLong());
  }
}
