package dev.emovox.contracts;

/**
 * A model to register.
 *
 * @param plan the run
 * @param trackedModel the model's run in MLflow
 * @param model what to register
 */
public record RegistrationRequest(ExperimentPlan plan, TrackedRun trackedModel, Candidate model) {}
