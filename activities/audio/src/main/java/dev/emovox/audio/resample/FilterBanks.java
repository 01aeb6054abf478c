package dev.emovox.audio.resample;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the filter banks that were used last. Safe for use by several threads. */
final class FilterBanks {
  private static final int KEPT = 8;

  private record Ratio(int up, int down) {}

  private final Map<Ratio, FilterBank> banks =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ratio, FilterBank> eldest) {
          return size() > KEPT;
        }
      };

  /** The bank for a ratio in lowest terms, made on first use. */
  synchronized FilterBank get(int up, int down) {
    return banks.computeIfAbsent(new Ratio(up, down), r -> FilterBank.forRatio(up, down));
  }
}
