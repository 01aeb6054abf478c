package dev.emovox.traces;

import dev.emovox.artifacts.PartitionedFiles;
import dev.emovox.artifacts.S3Connection;
import java.util.List;

/**
 * Tables of predictions in S3, below {@code predictions/}.
 *
 * @param files the bucket's folder
 */
public record StoredTraceFiles(PartitionedFiles files) implements TraceFiles {
  private static final String ROOT = "predictions";

  /** The tables in a connection's bucket. */
  public static StoredTraceFiles in(S3Connection connection) {
    return new StoredTraceFiles(new PartitionedFiles(connection, ROOT));
  }

  @Override
  public void put(String folder, String name, byte[] content) {
    files.put(folder, name, content);
  }

  @Override
  public List<String> names(String folder) {
    return files.names(folder);
  }

  @Override
  public List<String> folders() {
    return files.folders();
  }

  @Override
  public byte[] read(String folder, String name) {
    return files.read(folder, name);
  }

  @Override
  public void remove(String folder, String name) {
    files.remove(folder, name);
  }
}
