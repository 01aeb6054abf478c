package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import java.util.List;
import java.util.Objects;

/**
 * How a checkpoint was trained further.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split
 * @param evaluation digest of the report of its test
 * @param stages what was done in which order; the last one ends with the packaged weights
 */
public record FineTuning(
    Digest manifest, Digest split, Digest evaluation, List<FineTuningStage> stages) {

  public FineTuning {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(evaluation, "evaluation");
    stages = List.copyOf(stages);
  }
}
