package dev.emovox.cli.benchmark.features;

import dev.emovox.domain.FeatureSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the extraction of features is timed with.
 *
 * @param data folders with clips of known corpora
 * @param mostClips as many of them are taken, evenly from all; all if empty
 * @param sets what is extracted, each timed on its own
 * @param threads of each side; the peer takes processes
 * @param rounds how often each work is counted on each side
 */
public record FeatureRequest(
    List<Path> data,
    Optional<Integer> mostClips,
    List<FeatureSettings> sets,
    int threads,
    int rounds) {
  private static final int MOST = 1000;

  public FeatureRequest {
    data = List.copyOf(data);
    sets = List.copyOf(sets);
    check("clips", mostClips.orElse(1), Integer.MAX_VALUE);
    check("threads", threads, MOST);
    check("rounds", rounds, MOST);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }
}
