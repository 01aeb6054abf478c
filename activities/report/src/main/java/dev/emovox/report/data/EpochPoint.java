package dev.emovox.report.data;

import dev.emovox.domain.ValidationScores;

/**
 * What is known after an epoch.
 *
 * @param epoch from 1
 * @param steps optimiser steps from the stage's beginning
 * @param trainingLoss mean over the epoch's clips
 * @param validation scores on the validation part
 */
public record EpochPoint(int epoch, long steps, double trainingLoss, ValidationScores validation) {}
