package dev.emovox.adapters;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.records.RunArchive;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps the record of a run. A server that is away is thrown, to be waited for. A bucket that
 * refuses, or is not there, is only logged: the run's first stage fails of it and says so, and
 * MLflow is to hear of that failure.
 */
final class RunRecording {
  private static final Logger LOG = System.getLogger(RunRecording.class.getName());

  private final RunArchive archive;

  RunRecording(RunArchive archive) {
    this.archive = archive;
  }

  void opened(ExperimentPlan plan) {
    write(plan.runId(), () -> archive.opened(plan));
  }

  void closed(RunStatus status) {
    write(status.id(), () -> archive.closed(status));
  }

  private static void write(String run, Runnable writing) {
    try {
      writing.run();
    } catch (ServerUnavailableException e) {
      throw e;
    } catch (EmovoxException e) {
      LOG.log(Level.WARNING, "Run {0} has no record in S3: {1}", run, e.getMessage());
    }
  }
}
