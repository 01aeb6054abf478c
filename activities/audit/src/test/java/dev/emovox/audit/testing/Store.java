package dev.emovox.audit.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.util.ArrayList;
import java.util.List;

/** Stores what a run makes, and keeps the list of its stages. */
final class Store {
  static final long BEGAN = 1_750_000_000_000L;

  private final MemoryEvidence evidence = new MemoryEvidence();
  private final List<StageStatus> stages = new ArrayList<>();

  MemoryEvidence evidence() {
    return evidence;
  }

  List<StageStatus> stages() {
    return stages;
  }

  <T extends Record> NamedArtifact table(String name, Class<T> type, List<T> rows) {
    return bytes(name, new ParquetTable().write(type, rows));
  }

  NamedArtifact document(String name, Object content) {
    return bytes(name, new SnakeCaseJson().writeIndented(content));
  }

  NamedArtifact bytes(String name, byte[] content) {
    return new NamedArtifact(name, evidence.put(name, content));
  }

  /** A stage that is done. */
  StageResult stage(String name, NamedArtifact... outputs) {
    StageResult result = new StageResult(CacheUse.MISS, List.of(outputs));
    stages.add(
        new StageStatus(
            name,
            RunState.DONE,
            CacheUse.MISS,
            1,
            1,
            "",
            BEGAN + 1000L * (stages.size() + 1),
            1,
            result.outputs()));
    return result;
  }

  ArtifactRef output(String stage, String output) {
    return stages.stream()
        .filter(done -> done.name().equals(stage))
        .flatMap(done -> done.outputs().stream())
        .filter(named -> named.name().equals(output))
        .findFirst()
        .orElseThrow()
        .artifact();
  }
}
