package dev.emovox.lineage.testing;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.lineage.source.LineageSource;
import dev.emovox.records.RunRecord;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A source that has records of runs and nothing else.
 *
 * @param records asked for each
 */
public record SourceOfRuns(Function<String, Optional<RunRecord>> records) implements LineageSource {

  @Override
  public List<String> runs() {
    return List.of();
  }

  @Override
  public Optional<RunRecord> run(String id) {
    return records.apply(id);
  }

  @Override
  public List<ModelVersion> versions(String modelName) {
    return List.of();
  }

  @Override
  public Iterable<SignedEntry> decisions() {
    return List.of();
  }

  @Override
  public Optional<byte[]> packageIndex(Digest modelPackage) {
    return Optional.empty();
  }

  @Override
  public <T extends Record> void rows(ArtifactRef table, Class<T> rowType, Consumer<T> each) {
    throw new WorkFailedException("There are no tables.");
  }
}
