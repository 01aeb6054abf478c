package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.workplace.Reports;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.records.RunArchive;
import dev.emovox.report.RunReports;
import dev.emovox.report.data.RunReport;
import dev.emovox.settings.Endpoints;

/** Reports from what runs left in S3. */
final class ConnectedReports implements Reports {
  private final S3Connection connection;
  private final RunArchive archive;
  private final RunReports reports;

  ConnectedReports(Endpoints endpoints) {
    connection = new S3Connection(endpoints.s3());
    archive = new RunArchive(connection);
    reports = new RunReports(new ArtifactStore(connection));
  }

  @Override
  public RunReport collect(String runId) {
    return archive
        .find(runId)
        .map(reports::collect)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no record of a run %s. `./emovox runs` lists them; runs from before records were kept have none."
                        .formatted(runId)));
  }

  @Override
  public String page(RunReport report, boolean withSounds) {
    return reports.page(report, withSounds);
  }

  @Override
  public void close() {
    connection.close();
  }
}
