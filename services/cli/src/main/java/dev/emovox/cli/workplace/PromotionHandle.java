package dev.emovox.cli.workplace;

/**
 * Names one promotion among all that there ever were of a model.
 *
 * @param workflowId the same for all of them
 * @param executionId its own
 */
public record PromotionHandle(String workflowId, String executionId) {}
