package dev.emovox.records.rows;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ValidationScores;

/**
 * An epoch's output {@code position}: all that an epoch after it, and an auditor, has to know.
 *
 * @param stage name of the stage
 * @param epoch from 1
 * @param steps optimiser steps from the stage's beginning
 * @param clips learnt from in this epoch
 * @param trainingLoss mean over the epoch's clips
 * @param validation after the epoch
 * @param weights digest of its weights (safetensors)
 * @param optimiser digest of its optimiser's state (safetensors)
 * @param origin what it was trained from
 */
public record EpochRecord(
    String stage,
    int epoch,
    long steps,
    long clips,
    double trainingLoss,
    ValidationScores validation,
    Digest weights,
    Digest optimiser,
    EpochOrigin origin) {}
