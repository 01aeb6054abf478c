package dev.emovox.contracts;

/**
 * A model to record in MLflow.
 *
 * @param plan the run
 * @param parent the experiment's run in MLflow
 * @param ingestion the manifest's stage
 * @param model what was fitted, evaluated and packed
 */
public record ModelTrackingRequest(
    ExperimentPlan plan, TrackedRun parent, IngestionOutcome ingestion, TrainedModel model) {}
