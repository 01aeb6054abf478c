package dev.emovox.audit;

import dev.emovox.records.RunRecord;
import java.util.NavigableSet;
import java.util.Optional;

/** The records of runs, as {@link dev.emovox.records.RunArchive} has them. */
public interface AuditedRuns {
  /** The names of all runs that were ever begun. */
  NavigableSet<String> names();

  /**
   * The record of a run; nothing if there is none.
   *
   * @throws dev.emovox.domain.InvalidInputException if that can't be the name of a run
   * @throws dev.emovox.domain.WorkFailedException if the record is damaged
   */
  Optional<RunRecord> find(String runId);
}
