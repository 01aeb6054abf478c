package dev.emovox.embedding.tsne;

/** Numbers that look like chance and are functions of a seed and a number. */
final class Jitter {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Jitter() {}

  /** A value between -1 and 1: the output function of SplitMix64 (Steele and others 2014). */
  static double of(long seed, long number) {
    long mixed = seed * STEP + (number + 1) * STEP * STEP;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    mixed ^= (mixed >>> 31);
    return (mixed >> 11) * 0x1.0p-52;
  }
}
