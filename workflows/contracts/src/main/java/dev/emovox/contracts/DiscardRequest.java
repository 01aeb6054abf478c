package dev.emovox.contracts;

import java.util.List;

/**
 * Checkpoints that may go.
 *
 * @param epochs outcomes whose weights and optimiser states are deleted; the records of what they
 *     scored stay
 */
public record DiscardRequest(List<EpochOutcome> epochs) {}
