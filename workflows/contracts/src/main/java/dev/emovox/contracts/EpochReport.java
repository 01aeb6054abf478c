package dev.emovox.contracts;

/**
 * An epoch that ended.
 *
 * @param network what the network is called in results
 * @param split name of the split
 * @param stageIndex from 0
 * @param outcome what it left
 */
public record EpochReport(String network, String split, int stageIndex, EpochOutcome outcome) {}
