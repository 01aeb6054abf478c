package dev.emovox.worker;

import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.settings.Endpoints;

/** A worker in the test's own process, quick to start. */
final class InProcessWorker implements AutoCloseable {
  private final WorkerProcess worker;
  private final Thread thread;

  private InProcessWorker(WorkerProcess worker) {
    this.worker = worker;
    this.thread = new Thread(this::run, "worker");
  }

  static InProcessWorker start(Endpoints endpoints) {
    TrainingSettings training = TrainingSettings.of(System.getenv());
    InProcessWorker started =
        new InProcessWorker(new WorkerProcess(endpoints, training, new WorkerState()));
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      worker.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
