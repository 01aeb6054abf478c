package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;

/**
 * One network on one split.
 *
 * @param settings what to train and how
 * @param splitName what the split is called in results
 * @param manifest the clips
 * @param split the parts
 * @param labels class order
 * @param seed of the random choices
 * @param plan the run
 * @param trackedRun the run in MLflow
 */
public record FineTuningRequest(
    FineTuningSettings settings,
    String splitName,
    ArtifactRef manifest,
    ArtifactRef split,
    LabelSet labels,
    long seed,
    ExperimentPlan plan,
    TrackedRun trackedRun) {}
