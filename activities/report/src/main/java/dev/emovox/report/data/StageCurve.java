package dev.emovox.report.data;

import java.util.List;

/**
 * A stage of fine-tuning, epoch by epoch.
 *
 * @param name of the stage
 * @param plannedEpochs epochs at most
 * @param epochs that ended
 * @param selectedEpoch the one it ended with, from 1; 0 if it never ended
 * @param selection by which rule, in words; null if it never ended
 * @param byHand whether the epoch was chosen by hand instead of by a rule
 * @param stoppedEarly whether it ended before its last epoch
 */
public record StageCurve(
    String name,
    int plannedEpochs,
    List<EpochPoint> epochs,
    int selectedEpoch,
    String selection,
    boolean byHand,
    boolean stoppedEarly) {}
