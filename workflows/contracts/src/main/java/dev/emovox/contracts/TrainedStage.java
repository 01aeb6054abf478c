package dev.emovox.contracts;

import java.util.List;

/**
 * A stage of fine-tuning that ended.
 *
 * @param name what it is called in results
 * @param epochs in their order
 * @param selectedEpoch the one it ends with, from 1
 * @param selection by which rule, in words; for a choice by hand with its reason and what the rule
 *     would have given
 * @param stoppedEarly whether it ended before its last epoch
 */
public record TrainedStage(
    String name,
    List<EpochOutcome> epochs,
    int selectedEpoch,
    String selection,
    boolean stoppedEarly) {

  /** The epoch that the stage ends with. */
  public EpochOutcome selected() {
    return epochs.get(selectedEpoch - 1);
  }
}
