package dev.emovox.lineage.page;

import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import java.util.HashMap;
import java.util.Map;

/** Numbers the rows of the table: ids of nodes may hold what ids of elements may not. */
final class Rows {
  private Rows() {}

  /** The element's id by the node's. */
  static Map<String, String> ids(LineageGraph graph) {
    Map<String, String> ids = new HashMap<>();
    for (LineageNode node : graph.nodes()) {
      ids.put(node.id(), "n" + (ids.size() + 1));
    }
    return ids;
  }
}
