package dev.emovox.cli.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an epoch is timed with.
 *
 * @param data folders with clips of known corpora
 * @param mostClips as many of them are taken, evenly from all; all if empty
 * @param longestSeconds clips are cut to this
 * @param architecture a {@code config.json}, else that of the small network
 * @param batchClips clips of a batch
 * @param rounds how many epochs are counted on each side
 * @param threads of each side
 */
public record EpochRequest(
    List<Path> data,
    Optional<Integer> mostClips,
    double longestSeconds,
    Optional<Path> architecture,
    int batchClips,
    int rounds,
    int threads) {
  public EpochRequest {
    data = List.copyOf(data);
    if (mostClips.isPresent() && mostClips.get() < 1) {
      throw new IllegalArgumentException("clips: " + mostClips.get());
    }
    if (!(longestSeconds >= 0.1 && longestSeconds <= 60)) {
      throw new IllegalArgumentException("longest: " + longestSeconds);
    }
  }
}
