package dev.emovox.settings.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * The nearest of {@code names} by edit distance, if it is near enough to be meant: at most a
   * third of the letters, and at least one, may differ.
   */
  public static Optional<String> among(Collection<String> names, String wrong) {
    return names.stream()
        .filter(name -> distance(name, wrong) <= Math.max(1, wrong.length() / 3))
        .min(Comparator.comparingInt((String n) -> distance(n, wrong)).thenComparing(n -> n));
  }

  /** {@code " Did you mean 'NAME'?"}, or nothing when no name is near. */
  public static String hint(Collection<String> names, String wrong) {
    return among(names, wrong).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /** Letters to insert, delete, replace or swap with their neighbour; case does not count. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, i, b, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, int i, String b, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
