package dev.emovox.contracts;

import java.util.List;

/**
 * How far a stage of fine-tuning is.
 *
 * @param name what it is called in results
 * @param planned epochs at most
 * @param epochs that ended, in their order
 * @param running the epoch that a device works at; null if none does, for example because the
 *     device is busy
 * @param selectedEpoch the one it ended with, from 1; 0 until it ended
 * @param selection by which rule, in words; null until it ended
 * @param stoppedEarly whether it ended before its last epoch
 */
public record NetworkStageStatus(
    String name,
    int planned,
    List<EpochOutcome> epochs,
    RunningEpoch running,
    int selectedEpoch,
    String selection,
    boolean stoppedEarly) {

  public NetworkStageStatus {
    epochs = List.copyOf(epochs);
  }

  /** A stage of which nothing is known but its settings. */
  public static NetworkStageStatus planned(String name, int epochs) {
    return new NetworkStageStatus(name, epochs, List.of(), null, 0, null, false);
  }
}
