package dev.emovox.lineage.clips;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.lineage.graph.LineageNode;

/** Finds the stored table of a node. */
final class TableReference {
  private static final String PARQUET = "application/vnd.apache.parquet";

  private TableReference() {}

  /** The table; its node has an address and tells its size. */
  static ArtifactRef of(LineageNode node) {
    return new ArtifactRef(
        node.uri().orElseThrow(),
        node.digest().orElseThrow(),
        Long.parseLong(node.facts().get("bytes")),
        PARQUET,
        1);
  }
}
