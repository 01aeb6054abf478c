package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TrainingStage;

/**
 * One epoch to train.
 *
 * @param runId workflow that is told of progress; has no part in the outcome
 * @param modelName what the model is called in results
 * @param splitName what the split is called in results
 * @param stage its settings
 * @param stageIndex from 0
 * @param epoch from 1
 * @param checkpoint the checkpoint that the network started from, for architecture and
 *     preprocessing
 * @param clips the training table
 * @param labels class order
 * @param longestSeconds clips are cut to this length
 * @param before {@code position} of the epoch it goes on from: the one before or, for the first
 *     epoch of a stage, the one that the stage before selected; null for the first epoch of the
 *     first stage
 * @param withOptimiser whether the optimiser's state is taken over too; always within a stage
 * @param seed of the run
 * @param trackedStage the stage's run in MLflow, where step metrics go; has no part in the outcome
 */
public record EpochRequest(
    String runId,
    String modelName,
    String splitName,
    TrainingStage stage,
    int stageIndex,
    int epoch,
    ArtifactRef checkpoint,
    ArtifactRef clips,
    LabelSet labels,
    double longestSeconds,
    ArtifactRef before,
    boolean withOptimiser,
    long seed,
    TrackedRun trackedStage) {

  /** The progress of this epoch. */
  public StageProgress progress(long clips) {
    return new StageProgress(StageNames.train(modelName, splitName, stage.name()), epoch, clips, 0);
  }
}
