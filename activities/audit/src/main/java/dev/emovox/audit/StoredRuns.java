package dev.emovox.audit;

import dev.emovox.records.RunArchive;
import dev.emovox.records.RunRecord;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The records that lie in S3.
 *
 * @param archive where they are
 */
public record StoredRuns(RunArchive archive) implements AuditedRuns {

  @Override
  public NavigableSet<String> names() {
    return archive.names();
  }

  @Override
  public Optional<RunRecord> find(String runId) {
    return archive.find(runId);
  }
}
