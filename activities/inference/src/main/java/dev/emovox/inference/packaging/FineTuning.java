package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * How a checkpoint was trained further.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split
 * @param clips digest of the table of clips that it learnt from, was validated and tested on
 * @param position digest of the record of the epoch whose weights are packaged
 * @param evaluation digest of the report of its test
 * @param longestSeconds clips were cut to this length, and are when it predicts
 */
public record FineTuning(
    Digest manifest,
    Digest split,
    Digest clips,
    Digest position,
    Digest evaluation,
    double longestSeconds) {

  public FineTuning {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(clips, "clips");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(evaluation, "evaluation");
    if (!(longestSeconds > 0 && Double.isFinite(longestSeconds))) {
      throw new IllegalArgumentException("clips of at most " + longestSeconds + " seconds");
    }
  }
}
