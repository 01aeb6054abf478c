package dev.emovox.worker;

import dev.emovox.settings.Endpoints;
import java.util.Map;

/** A worker in the test's own process, quick to start. */
final class InProcessWorker implements AutoCloseable {
  private final WorkerProcess worker;
  private final Thread thread;

  private InProcessWorker(WorkerProcess worker) {
    this.worker = worker;
    this.thread = new Thread(this::run, "worker");
  }

  static InProcessWorker start(Endpoints endpoints) {
    return start(endpoints, System.getenv());
  }

  /** A worker with other variables. */
  static InProcessWorker start(Endpoints endpoints, Map<String, String> environment) {
    InProcessWorker started =
        new InProcessWorker(new WorkerProcess(endpoints, environment, new WorkerState()));
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
