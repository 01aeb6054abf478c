package dev.emovox.serving.prediction;

import dev.emovox.domain.Digest;

/**
 * A share of all callers. A caller is in it or not by the digest of its name alone: always the
 * same, on every instance of the service; and whoever is in a share is in each larger one.
 *
 * @param share from 0 for none to 1 for all
 */
public record CallerShare(double share) {
  /** Hexadecimal digits of the digest that place a caller; 52 bits, which a double has. */
  private static final int DIGITS = 13;

  public CallerShare {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1: " + share);
    }
  }

  /** Whether the caller of that name is in the share. */
  public boolean includes(String caller) {
    return share > 0 && place(caller) < share;
  }

  /** Between 0, which may be, and 1, which can't. */
  private static double place(String caller) {
    long bits = Long.parseLong(Digest.of(caller).hex().substring(0, DIGITS), 16);
    return bits / (double) (1L << (4 * DIGITS));
  }
}
