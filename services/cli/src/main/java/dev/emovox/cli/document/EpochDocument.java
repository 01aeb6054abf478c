package dev.emovox.cli.document;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.ValidationScores;

/**
 * One epoch.
 *
 * @param trainingLoss mean over the epoch's clips
 * @param validation scores after it
 * @param steps optimiser steps from the stage's beginning
 * @param seconds how long it took when it was computed
 * @param clipsPerSecond when it was computed
 * @param cache whether it was computed by this run
 */
public record EpochDocument(
    int epoch,
    double trainingLoss,
    ValidationScores validation,
    long steps,
    double seconds,
    double clipsPerSecond,
    CacheUse cache) {

  static EpochDocument of(EpochOutcome epoch) {
    return new EpochDocument(
        epoch.epoch(),
        epoch.trainingLoss(),
        epoch.validation(),
        epoch.steps(),
        epoch.seconds(),
        epoch.clipsPerSecond(),
        epoch.stage().cache());
  }
}
