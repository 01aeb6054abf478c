package dev.emovox.cli.workplace;

import dev.emovox.report.data.RunReport;

/**
 * The reports of runs. Every method throws {@link dev.emovox.domain.ServerUnavailableException} if
 * the store can't be reached.
 */
public interface Reports extends AutoCloseable {

  /**
   * All that the report of a run says.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no record of such a run
   */
  RunReport collect(String runId);

  /**
   * The report as one HTML file.
   *
   * @param withSounds whether clips can be heard in it
   */
  String page(RunReport report, boolean withSounds);

  @Override
  void close();
}
