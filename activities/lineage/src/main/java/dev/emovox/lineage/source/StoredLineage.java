package dev.emovox.lineage.source;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.records.RunArchive;
import dev.emovox.records.RunRecord;
import dev.emovox.tables.ParquetTable;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What lies in S3 and in the registry. Tables pass through temporary files, so that they need not
 * fit into memory.
 *
 * @param artifacts tables of runs
 * @param archive records of runs
 * @param registry model versions
 * @param ledger decisions
 */
public record StoredLineage(
    ArtifactStore artifacts, RunArchive archive, ModelRegistry registry, LedgerReader ledger)
    implements LineageSource {

  @Override
  public List<String> runs() {
    return List.copyOf(archive.names());
  }

  @Override
  public Optional<RunRecord> run(String id) {
    return archive.find(id);
  }

  @Override
  public List<ModelVersion> versions(String modelName) {
    return registry.versions(modelName);
  }

  @Override
  public Iterable<SignedEntry> decisions() {
    return ledger.newestFirst();
  }

  @Override
  public Optional<byte[]> packageIndex(Digest modelPackage) {
    try {
      return Optional.of(new PackageStore(artifacts).read(modelPackage, PackageStore.INDEX));
    } catch (WorkFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public <T extends Record> void rows(ArtifactRef table, Class<T> rowType, Consumer<T> each) {
    try {
      Path folder = Files.createTempDirectory("emovox-lineage");
      Path file = folder.resolve("table.parquet");
      try {
        artifacts.copy(table, file);
        new ParquetTable().forEach(rowType, file, each);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary copy of " + table.uri(), e);
    }
  }
}
