package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;

/**
 * What to test on what.
 *
 * @param runId workflow that is told of progress; has no part in the outcome
 * @param modelName what the model is called in results
 * @param splitName what the split is called in results
 * @param checkpoint the checkpoint that it started from, for architecture and preprocessing
 * @param weights of the selected epoch
 * @param manifest the clips, against which the number of scored clips is held
 * @param clips the training table; only the test part is scored
 * @param labels class order
 * @param longestSeconds clips are cut to this length
 * @param seed of the bootstrap
 */
public record NetworkTestRequest(
    String runId,
    String modelName,
    String splitName,
    ArtifactRef checkpoint,
    ArtifactRef weights,
    ArtifactRef manifest,
    ArtifactRef clips,
    LabelSet labels,
    double longestSeconds,
    long seed) {

  /** The progress of this test. */
  public StageProgress progress(long clips) {
    return new StageProgress(StageNames.evaluate(modelName, splitName), 0, clips, 0);
  }
}
