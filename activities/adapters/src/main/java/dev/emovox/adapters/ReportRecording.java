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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the report of a run that went well into MLflow, without the sounds of clips. */
final class ReportRecording {
  private static final Logger LOG = LoggerFactory.getLogger(ReportRecording.class);

  private final Stores stores;
  private final MlflowTracking tracking;
  private final RunReports reports;

  ReportRecording(Stores stores, MlflowTracking tracking) {
    this.stores = stores;
    this.tracking = tracking;
    this.reports = new RunReports(stores.artifacts());
  }

  /**
   * Records the report of a run whose record is complete; a second time replaces the first. What
   * goes wrong is logged: the report can be made at any time, and no run fails for the want of it.
   */
  void record(TrackedRun run, RunStatus status) {
    if (status.state() != RunState.DONE) {
      return;
    }
    try {
      stores.runs().find(status.id()).ifPresent(found -> record(run, found));
    } catch (RuntimeException e) {
      LOG.warn("The report of {} is not in MLflow; ./emovox report makes it.", status.id(), e);
    }
  }

  private void record(TrackedRun run, RunRecord found) {
    RunReport report = reports.collect(found);
    byte[] page = reports.page(report, false).getBytes(StandardCharsets.UTF_8);
    tracking.logArtifact(run.runId(), "report.html", page);
    tracking.logArtifact(run.runId(), "report.json", new SnakeCaseJson().writeIndented(report));
  }
}
