package dev.emovox.wav2vec2.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param ours what we are, with versions
 * @param peer what the peer is, with versions; empty if there was none
 * @param comparisons one a work
 */
public record BenchmarkReport(String ours, Optional<String> peer, List<Comparison> comparisons) {
  public BenchmarkReport {
    comparisons = List.copyOf(comparisons);
  }
}
