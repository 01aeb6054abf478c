package dev.emovox.adapters.epochs;

import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.TrainingActivities;

/** Trains and tests networks on this process' device, one at a time. */
public final class TrainingAdapter implements TrainingActivities, AutoCloseable {

  /**
   * The activities on the given stores.
   *
   * @param s3 where checkpoints are
   * @param metrics where steps are shown while they happen
   */
  public TrainingAdapter(
      Stores stores, S3Connection s3, TrainingSettings settings, StepMetrics metrics) {
    // The activities follow.
  }

  @Override
  public EpochOutcome trainEpoch(EpochRequest request) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public EvaluationOutcome testNetwork(NetworkTestRequest request) {
    throw new UnsupportedOperationException("not yet");
  }

  /** The process is about to end: what trains leaves a checkpoint and lets go. */
  public void drain() {
    // Nothing trains yet.
  }

  @Override
  public void close() {
    drain();
  }
}
