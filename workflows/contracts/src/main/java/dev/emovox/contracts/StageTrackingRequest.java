package dev.emovox.contracts;

/**
 * A stage's run to open.
 *
 * @param network the network's run
 * @param request what is trained
 * @param stageIndex which of its stages, from 0
 */
public record StageTrackingRequest(TrackedRun network, FineTuningRequest request, int stageIndex) {}
