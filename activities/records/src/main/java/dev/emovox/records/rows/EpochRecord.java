package dev.emovox.records.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.Digest;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.domain.ValidationScores;
import java.util.Optional;

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
 * @param calibration of its probabilities, fitted on the validation part; empty if that is too
 *     small for it
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
    EpochOrigin origin,
    // Left out if empty, so that records, and their digests, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TemperatureScaling> calibration) {

  public EpochRecord {
    calibration = calibration == null ? Optional.empty() : calibration;
  }

  /** Of an epoch without a calibration. */
  public EpochRecord(
      String stage,
      int epoch,
      long steps,
      long clips,
      double trainingLoss,
      ValidationScores validation,
      Digest weights,
      Digest optimiser,
      EpochOrigin origin) {
    this(
        stage,
        epoch,
        steps,
        clips,
        trainingLoss,
        validation,
        weights,
        optimiser,
        origin,
        Optional.empty());
  }
}
