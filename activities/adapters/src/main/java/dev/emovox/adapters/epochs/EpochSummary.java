package dev.emovox.adapters.epochs;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ValidationScores;

/**
 * What is remembered of an epoch beside its artefacts.
 *
 * @param epoch from 1
 * @param steps optimiser steps from the stage's beginning
 * @param trainingLoss mean over the epoch's clips
 * @param validation after the epoch
 * @param seconds how long it took, by all attempts
 * @param clipsPerSecond training clips
 */
record EpochSummary(
    int epoch,
    long steps,
    double trainingLoss,
    ValidationScores validation,
    double seconds,
    double clipsPerSecond) {

  EpochOutcome outcome(StageResult stage) {
    return new EpochOutcome(stage, epoch, steps, trainingLoss, validation, seconds, clipsPerSecond);
  }
}
