package dev.emovox.cli.document;

import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import java.util.List;
import java.util.Map;

/**
 * The document of {@code lineage}.
 *
 * @param subject id of the node that was asked for
 * @param nodes all nodes, by kind and id
 * @param edges from what was there before to what came of it
 * @param notices what a reader should know
 */
public record LineageDocument(
    String subject, List<Node> nodes, List<LineageEdge> edges, List<String> notices) {

  /**
   * A node.
   *
   * @param id of this node and no other
   * @param kind what it is
   * @param digest of its bytes; null if it has none
   * @param label what people call it
   * @param uri where it lies; null if it lies nowhere
   * @param facts what else is known
   */
  public record Node(
      String id, String kind, String digest, String label, String uri, Map<String, String> facts) {
    static Node of(LineageNode node) {
      return new Node(
          node.id(),
          node.kind().word(),
          node.digest().map(Object::toString).orElse(null),
          node.label(),
          node.uri().orElse(null),
          node.facts());
    }
  }

  /** The document of a graph. */
  public static LineageDocument of(LineageGraph graph) {
    return new LineageDocument(
        graph.subject(),
        graph.nodes().stream().map(Node::of).toList(),
        graph.edges(),
        graph.notices());
  }
}
