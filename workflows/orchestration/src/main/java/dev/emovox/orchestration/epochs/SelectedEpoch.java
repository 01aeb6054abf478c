package dev.emovox.orchestration.epochs;

/**
 * The epoch that a stage ends with.
 *
 * @param epoch from 1
 * @param reason by which rule, in words
 */
public record SelectedEpoch(int epoch, String reason) {}
