package dev.emovox.contracts;

import dev.emovox.domain.ValidationScores;

/**
 * One epoch.
 *
 * @param stage outputs {@code weights} and {@code optimiser} (safetensors), {@code position} (JSON,
 *     names both)
 * @param epoch from 1
 * @param steps optimiser steps from the stage's beginning
 * @param trainingLoss mean over the epoch's clips
 * @param validation after the epoch
 * @param seconds how long it took when it was computed
 * @param clipsPerSecond training clips when it was computed
 */
public record EpochOutcome(
    StageResult stage,
    int epoch,
    long steps,
    double trainingLoss,
    ValidationScores validation,
    double seconds,
    double clipsPerSecond) {}
