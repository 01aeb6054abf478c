package dev.emovox.lineage.building;

import dev.emovox.contracts.RunStatus;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import java.util.Map;
import java.util.TreeMap;

/** The corpora in a run's manifest, each with its number of clips. */
final class CorpusNodes {
  private final GraphIndex index;
  private final RunStatus status;

  CorpusNodes(GraphIndex index, RunStatus status) {
    this.index = index;
    this.status = status;
  }

  void add() {
    if (status.ingestion() == null) {
      return;
    }
    String manifest = status.ingestion().stage().output("manifest").digest().toString();
    index
        .find(manifest)
        .ifPresent(
            node ->
                index.add(
                    node.with("clips", Integer.toString(status.ingestion().clips()))
                        .with("rejects", Integer.toString(status.ingestion().rejects()))));
    new TreeMap<>(status.ingestion().clipsPerCorpus())
        .forEach((corpus, clips) -> add(manifest, corpus, clips));
  }

  private void add(String manifest, String corpus, int clips) {
    String id = "corpus:" + corpus + "@" + manifest;
    Map<String, String> facts = Map.of("clips", Integer.toString(clips));
    index.add(LineageNode.of(id, NodeKind.CORPUS, corpus, facts));
    index.connect(id, manifest, "clips");
  }
}
