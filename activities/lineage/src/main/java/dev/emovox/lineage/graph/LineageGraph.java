package dev.emovox.lineage.graph;

import java.util.List;

/**
 * What was found out about a subject.
 *
 * @param subject id of the node that was asked for
 * @param nodes the subject and all that is connected with it, as far as was asked for
 * @param edges between those nodes
 * @param notices what a reader should know, for example that something was left out
 */
public record LineageGraph(
    String subject, List<LineageNode> nodes, List<LineageEdge> edges, List<String> notices) {

  public LineageGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    notices = List.copyOf(notices);
  }

  /**
   * The node of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public LineageNode node(String id) {
    return nodes.stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no node " + id));
  }
}
