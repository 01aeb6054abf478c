package dev.emovox.report;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.records.ArtifactReader;
import dev.emovox.records.RunRecord;
import dev.emovox.report.collect.ReportCollector;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.page.ReportPage;
import java.util.function.Function;

/**
 * Reports of runs, from their records and artefacts.
 *
 * <p>Safe for use by several threads as far as its sources are.
 */
public final class RunReports {
  private final ArtifactReader artifacts;
  private final Function<Digest, byte[]> clips;
  private final ReportPage page = new ReportPage();

  /** Reports from what is stored. */
  public RunReports(ArtifactStore store) {
    this(store::read, store::read);
  }

  /**
   * Reports from anywhere.
   *
   * @param artifacts gives the verified bytes of an artefact
   * @param clips gives the verified bytes of a clip
   */
  public RunReports(Function<ArtifactRef, byte[]> artifacts, Function<Digest, byte[]> clips) {
    this.artifacts = new ArtifactReader(artifacts);
    this.clips = clips;
  }

  /**
   * All that the report of a run says, whether the run ended or not.
   *
   * @throws dev.emovox.domain.ServerUnavailableException if the store is away
   */
  public RunReport collect(RunRecord run) {
    return new ReportCollector(artifacts).collect(run);
  }

  /**
   * The page of a report, one HTML file.
   *
   * @param withSounds whether the worst-confused clips can be heard in it: speech is personal data
   * @throws dev.emovox.domain.ServerUnavailableException if the store is away
   */
  public String page(RunReport report, boolean withSounds) {
    return page.html(report, new StoredMedia(artifacts, clips, withSounds));
  }
}
