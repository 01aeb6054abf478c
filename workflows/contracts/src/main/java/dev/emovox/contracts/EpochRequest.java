package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TrainingStage;

/**
 * One epoch to train.
 *
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
 * @param before {@code position} of the epoch it goes on from; null for the first epoch of the
 *     first stage
 * @param withOptimiser whether the optimiser's state is taken over too
 * @param seed of the run
 * @param trackedStage the stage's run in MLflow, where step metrics go
 */
public record EpochRequest(
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
    TrackedRun trackedStage) {}
