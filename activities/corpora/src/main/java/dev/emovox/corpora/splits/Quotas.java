package dev.emovox.corpora.splits;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides a number of draws over strata in proportion to their sizes. */
final class Quotas {
  private Quotas() {}

  /**
   * Each stratum gets its proportional number rounded down; what is left goes to those with the
   * largest remainders, equal ones in seeded order.
   *
   * @param sizes clips of each stratum
   * @param draws how many to draw in all, at most the sum of the sizes
   */
  static Map<String, Integer> of(Map<String, Integer> sizes, int draws, SeededOrder order) {
    long total = sizes.values().stream().mapToLong(Integer::longValue).sum();
    Map<String, Integer> quotas = new TreeMap<>();
    Map<String, Long> remainders = new TreeMap<>();
    sizes.forEach(
        (stratum, size) -> {
          long share = (long) size * draws;
          quotas.put(stratum, total == 0 ? 0 : (int) (share / total));
          remainders.put(stratum, total == 0 ? 0 : share % total);
        });
    int left = draws - quotas.values().stream().mapToInt(Integer::intValue).sum();
    List<String> byRemainder =
        remainders.keySet().stream()
            .sorted(
                Comparator.comparing((String stratum) -> -remainders.get(stratum))
                    .thenComparing(order::rank))
            .toList();
    byRemainder.stream().limit(left).forEach(stratum -> quotas.merge(stratum, 1, Integer::sum));
    return quotas;
  }
}
