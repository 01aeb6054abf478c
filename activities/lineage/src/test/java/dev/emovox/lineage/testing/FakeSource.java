package dev.emovox.lineage.testing;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.lineage.source.LineageSource;
import dev.emovox.records.RunRecord;
import dev.emovox.tables.ParquetTable;
import dev.emovox.tracking.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is kept, in memory. */
public final class FakeSource implements LineageSource {
  private final Map<String, RunRecord> runs = new TreeMap<>();
  private final List<ModelVersion> versions = new ArrayList<>();
  private final List<SignedEntry> decisions = new ArrayList<>();
  private final Map<Digest, byte[]> packages = new HashMap<>();
  private final Map<Digest, byte[]> tables = new HashMap<>();
  private String brokenLedger;

  public FakeSource run(RunRecord run) {
    runs.put(run.id(), run);
    return this;
  }

  public FakeSource version(String number, Digest modelPackage, String... aliases) {
    versions.add(
        new ModelVersion(
            "emovox",
            number,
            Optional.of(modelPackage),
            "s3://emovox/models/" + modelPackage.hex() + "/",
            "mlflow-run",
            Instant.EPOCH,
            Map.of(),
            List.of(aliases)));
    return this;
  }

  public FakeSource decision(SignedEntry entry) {
    decisions.add(0, entry);
    return this;
  }

  public FakeSource ledgerBreaks(String message) {
    brokenLedger = message;
    return this;
  }

  public FakeSource packageIndex(Digest modelPackage, String json) {
    packages.put(modelPackage, json.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public <T extends Record> FakeSource table(Digest table, Class<T> type, List<T> rows) {
    tables.put(table, new ParquetTable().write(type, rows));
    return this;
  }

  @Override
  public List<String> runs() {
    return List.copyOf(runs.keySet());
  }

  @Override
  public Optional<RunRecord> run(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public List<ModelVersion> versions(String modelName) {
    return versions.stream().filter(version -> version.name().equals(modelName)).toList();
  }

  @Override
  public Iterable<SignedEntry> decisions() {
    if (brokenLedger != null) {
      throw new WorkFailedException(brokenLedger);
    }
    return decisions;
  }

  @Override
  public Optional<byte[]> packageIndex(Digest modelPackage) {
    return Optional.ofNullable(packages.get(modelPackage));
  }

  @Override
  public <T extends Record> void rows(ArtifactRef table, Class<T> rowType, Consumer<T> each) {
    byte[] content = tables.get(table.digest());
    if (content == null) {
      throw new WorkFailedException("The table " + table.uri() + " is gone.");
    }
    new ParquetTable().read(rowType, content).forEach(each);
  }
}
