package dev.emovox.orchestration;

import io.temporal.worker.WorkerOptions;

/** Options of workers in tests. */
final class Patience {
  private static final long DEADLOCK_MILLIS = 20_000;

  private Patience() {}

  /** A workflow's thread that gets no core for a second is not taken for a deadlock. */
  static WorkerOptions onABusyMachine() {
    return WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS).build();
  }
}
