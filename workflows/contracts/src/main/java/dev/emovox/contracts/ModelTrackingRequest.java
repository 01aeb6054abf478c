package dev.emovox.contracts;

/**
 * A model to record in MLflow.
 *
 * @param plan the run
 * @param parent the experiment's run in MLflow
 * @param training what it was fitted on
 * @param model what was fitted, evaluated and packed
 */
public record ModelTrackingRequest(
    ExperimentPlan plan, TrackedRun parent, BaselineTrainingRequest training, TrainedModel model) {}
