package dev.emovox.cli.benchmark.baselines;

import dev.emovox.domain.FeatureSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the fit of baselines is timed with.
 *
 * @param data folders with clips of known corpora
 * @param mostClips as many of them are taken, evenly from all; all if empty
 * @param sets the features, each fitted on its own
 * @param threads of each side
 * @param rounds how often each work is counted on each side
 */
public record BaselineRequest(
    List<Path> data,
    Optional<Integer> mostClips,
    List<FeatureSettings> sets,
    int threads,
    int rounds) {
  private static final int MOST = 1000;

  public BaselineRequest {
    data = List.copyOf(data);
    sets = List.copyOf(sets);
    check("clips", mostClips.orElse(2), 2, Integer.MAX_VALUE);
    check("threads", threads, 1, MOST);
    check("rounds", rounds, 1, MOST);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }
}
