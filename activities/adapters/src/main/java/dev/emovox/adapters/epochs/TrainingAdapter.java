package dev.emovox.adapters.epochs;

import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.TrainingActivities;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Trains and tests networks on this process' device, one at a time. The network of an epoch stays
 * loaded for the next.
 */
public final class TrainingAdapter implements TrainingActivities, AutoCloseable {
  private final KeptNetwork kept = new KeptNetwork();
  private final EpochStage epochs;
  private final NetworkTestStage tests;

  /** Held while something is at the device; the queue's only slot makes waiting rare. */
  private final ReentrantLock device = new ReentrantLock(true);

  private volatile boolean draining;

  /**
   * The activities on the given stores.
   *
   * @param s3 where checkpoints are
   * @param metrics where steps are shown while they happen
   */
  public TrainingAdapter(
      Stores stores, S3Connection s3, TrainingSettings settings, StepMetrics metrics) {
    TrainingTools tools = TrainingTools.of(stores, s3, settings, metrics);
    this.epochs = new EpochStage(tools, kept);
    this.tests = new NetworkTestStage(tools);
  }

  @Override
  public EpochOutcome trainEpoch(EpochRequest request) {
    return atDevice(pulse -> epochs.run(request, pulse));
  }

  @Override
  public EvaluationOutcome testNetwork(NetworkTestRequest request) {
    return atDevice(
        pulse -> {
          kept.close();
          return tests.run(request, pulse);
        });
  }

  private <T> T atDevice(Function<Pulse, T> work) {
    try (Pulse pulse = Pulse.ofThisActivity(() -> draining)) {
      device.lock();
      try {
        pulse.throwIfStopped();
        return work.apply(pulse);
      } finally {
        device.unlock();
      }
    }
  }

  /** The process is about to end: what trains leaves a checkpoint and lets go of the device. */
  public void drain() {
    draining = true;
  }

  /**
   * Waits until nothing is at the device.
   *
   * @return false if the time was not enough
   */
  public boolean awaitIdle(Duration longest) throws InterruptedException {
    if (!device.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    device.unlock();
    return true;
  }

  /** Frees the network that is kept, if nothing is at the device. */
  @Override
  public void close() {
    drain();
    kept.close();
  }
}
