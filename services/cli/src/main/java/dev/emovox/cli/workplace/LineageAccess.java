package dev.emovox.cli.workplace;

import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.records.RunRecord;

/** What was made from what. */
public interface LineageAccess extends AutoCloseable {

  /**
   * The graph around something.
   *
   * @throws dev.emovox.domain.InvalidInputException if it is not known, or could be several things
   */
  LineageGraph trace(LineageQuestion question);

  /**
   * The record of a run.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is none of that name
   */
  RunRecord run(String id);

  @Override
  void close();
}
