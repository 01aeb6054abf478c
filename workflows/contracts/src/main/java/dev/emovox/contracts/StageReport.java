package dev.emovox.contracts;

/**
 * A stage of fine-tuning that ended.
 *
 * @param network what the network is called in results
 * @param split name of the split
 * @param stageIndex from 0
 * @param stage every epoch, and what was selected
 */
public record StageReport(String network, String split, int stageIndex, TrainedStage stage) {}
