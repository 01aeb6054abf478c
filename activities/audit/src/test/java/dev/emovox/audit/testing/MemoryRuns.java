package dev.emovox.audit.testing;

import dev.emovox.audit.AuditedRuns;
import dev.emovox.records.RunRecord;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Records of runs in memory.
 *
 * @param records by name
 */
public record MemoryRuns(Map<String, RunRecord> records) implements AuditedRuns {

  @Override
  public NavigableSet<String> names() {
    return new TreeSet<>(records.keySet());
  }

  @Override
  public Optional<RunRecord> find(String runId) {
    return Optional.ofNullable(records.get(runId));
  }
}
