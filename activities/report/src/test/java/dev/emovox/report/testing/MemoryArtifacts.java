package dev.emovox.report.testing;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.report.RunReports;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Artefacts and clips in memory. */
public final class MemoryArtifacts {
  private final Map<String, byte[]> contents = new TreeMap<>();

  /** Keeps a table. */
  public <T extends Record> NamedArtifact table(String name, Class<T> type, List<T> rows) {
    return keep(name, new ParquetTable().write(type, rows), "application/vnd.apache.parquet");
  }

  /** Keeps a JSON document. */
  public NamedArtifact document(String name, Object content) {
    return keep(name, new SnakeCaseJson().write(content), "application/json");
  }

  /** Keeps a picture. */
  public NamedArtifact picture(String name, String svg) {
    return keep(name, svg.getBytes(StandardCharsets.UTF_8), "image/svg+xml");
  }

  private NamedArtifact keep(String name, byte[] content, String mediaType) {
    Digest digest = Digest.of(content);
    contents.put(digest.toString(), content);
    return new NamedArtifact(
        name, new ArtifactRef("s3://emovox/" + digest.hex(), digest, content.length, mediaType, 1));
  }

  /** Keeps a clip. */
  public Digest clip(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    contents.put(Digest.of(bytes).toString(), bytes);
    return Digest.of(bytes);
  }

  /** From now on an artefact is gone. */
  public void lose(ArtifactRef artifact) {
    contents.remove(artifact.digest().toString());
  }

  /** Reports from what is kept. */
  public RunReports reports() {
    return new RunReports(artifact -> read(artifact.digest()), this::read);
  }

  private byte[] read(Digest digest) {
    byte[] content = contents.get(digest.toString());
    if (content == null) {
      throw new WorkFailedException("The artefact " + digest + " is gone.");
    }
    return content.clone();
  }
}
