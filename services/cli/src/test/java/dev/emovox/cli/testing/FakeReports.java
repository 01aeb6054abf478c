package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.Reports;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.RunRecord;
import dev.emovox.report.RunReports;
import dev.emovox.report.data.RunReport;
import java.util.Optional;

/** The report of one run, of whose artefacts nothing is left. */
public final class FakeReports implements Reports {
  private final RunReports reports =
      new RunReports(artifact -> gone(artifact.uri()), clip -> gone(clip.toString()));

  private static byte[] gone(String what) {
    throw new WorkFailedException(what + " is gone.");
  }

  @Override
  public RunReport collect(String runId) {
    RunStatus status = Statuses.done();
    if (!runId.equals(status.id())) {
      throw new InvalidInputException("There is no record of a run " + runId);
    }
    return reports.collect(new RunRecord(Plans.unknown(runId), Optional.of(status)));
  }

  @Override
  public String page(RunReport report, boolean withSounds) {
    return reports.page(report, withSounds);
  }

  @Override
  public void close() {}
}
