package dev.emovox.lineage.clips;

import dev.emovox.corpora.Reject;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.source.LineageSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for a file among those that were turned away, and adds it with the reason.
 *
 * @param rejects their tables, by the id of the manifest beside them
 */
public record RejectSearch(
    GraphIndex index, LineageSource source, Map<String, ArtifactRef> rejects) {
  private static final Logger LOG = System.getLogger(RejectSearch.class.getName());
  private static final int MOST_TABLES = 200;

  /**
   * Searches.
   *
   * @param path where the file was found, below the data root
   * @return the file, once for each table that has it; each is in the graph now
   */
  public List<LineageNode> search(String path) {
    List<LineageNode> found = new ArrayList<>();
    rejects.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_TABLES)
        .forEach(table -> look(table, path, found));
    return found;
  }

  private void look(Map.Entry<String, ArtifactRef> table, String path, List<LineageNode> found) {
    try {
      source.rows(
          table.getValue(),
          Reject.class,
          row -> {
            if (row.path().equals(path)) {
              found.add(add(table.getKey(), row));
            }
          });
    } catch (WorkFailedException gone) {
      LOG.log(Level.INFO, "Rejects are not looked through: {0}", gone.getMessage());
    }
  }

  private LineageNode add(String manifest, Reject reject) {
    LineageNode node =
        LineageNode.of(
            "rejected:" + reject.path(),
            NodeKind.CLIP,
            reject.path(),
            Map.of(
                "corpus", reject.corpus(),
                "rejected", reject.reason(),
                "detail", reject.detail()));
    index.add(node);
    index.connect(node.id(), manifest, "rejected");
    return node;
  }
}
