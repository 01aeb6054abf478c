package dev.emovox.adapters;

import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.records.RunRecord;
import dev.emovox.report.RunReports;
import dev.emovox.report.data.RunReport;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tracking.MlflowTracking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the report of a run that went well into MLflow, without the sounds of clips. */
final class ReportRecording {
  private static final Logger LOG = LoggerFactory.getLogger(ReportRecording.class);

  /** Well below the time that closing a run may take. */
  private static final LimitedTime LIMIT = new LimitedTime(Duration.ofMinutes(3));

  private final Stores stores;
  private final MlflowTracking tracking;
  private final RunReports reports;

  ReportRecording(Stores stores, MlflowTracking tracking) {
    this.stores = stores;
    this.tracking = tracking;
    this.reports = new RunReports(stores.artifacts());
  }

  /**
   * Records the report of a run that has ended; a second time replaces the first. What goes wrong
   * or takes too long is logged: the report can be made at any time, and no run fails for the want
   * of it.
   */
  void record(TrackedRun run, RunStatus status) {
    if (status.state() != RunState.DONE) {
      return;
    }
    try {
      LIMIT.run("report of " + status.id(), () -> make(run, status));
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("The report of {} is not in MLflow; ./emovox report makes it.", status.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(TrackedRun run, RunStatus status) {
    stores
        .runs()
        .plan(status.id())
        .map(plan -> reports.collect(new RunRecord(plan, Optional.of(status))))
        .ifPresent(report -> store(run, report));
  }

  private void store(TrackedRun run, RunReport report) {
    byte[] page = reports.page(report, false).getBytes(StandardCharsets.UTF_8);
    byte[] document = new SnakeCaseJson().writeIndented(report);
    if (!Thread.currentThread().isInterrupted()) {
      tracking.logArtifact(run.runId(), "report.html", page);
      tracking.logArtifact(run.runId(), "report.json", document);
    }
  }
}
