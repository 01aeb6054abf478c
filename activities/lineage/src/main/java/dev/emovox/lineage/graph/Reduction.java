package dev.emovox.lineage.graph;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Leaves out of a graph's edges, for people to look at, those that longer ways tell as well: if a
 * package was made from a model and a split, and the model from that split, then the second edge is
 * enough. Edges of single clips stay, for their roles differ.
 */
public final class Reduction {
  private final Map<String, List<LineageEdge>> before;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, NodeKind> kinds = new HashMap<>();
  private final Map<String, BitSet> ancestors = new HashMap<>();

  private Reduction(LineageGraph graph) {
    this.before = graph.edges().stream().collect(Collectors.groupingBy(LineageEdge::to));
    for (LineageNode node : graph.nodes()) {
      numbers.put(node.id(), numbers.size());
      kinds.put(node.id(), node.kind());
    }
  }

  /** The edges that are left, in their order. */
  public static List<LineageEdge> of(LineageGraph graph) {
    Reduction reduction = new Reduction(graph);
    return graph.edges().stream().filter(edge -> !reduction.isSuperfluous(edge)).toList();
  }

  private boolean isSuperfluous(LineageEdge edge) {
    if (kinds.get(edge.from()) == NodeKind.CLIP || touchesActivity(edge)) {
      return false;
    }
    int from = numbers.get(edge.from());
    return before.get(edge.to()).stream()
        .map(LineageEdge::from)
        .filter(other -> !other.equals(edge.from()))
        .anyMatch(other -> ancestors(other).get(from));
  }

  private boolean touchesActivity(LineageEdge edge) {
    return kinds.get(edge.from()).isActivity() || kinds.get(edge.to()).isActivity();
  }

  /** All that a node was made from; a circle, which no honest record has, is not gone round. */
  private BitSet ancestors(String id) {
    BitSet known = ancestors.get(id);
    if (known != null) {
      return known;
    }
    BitSet all = new BitSet();
    ancestors.put(id, all);
    for (LineageEdge edge : before.getOrDefault(id, List.of())) {
      if (!touchesActivity(edge)) {
        all.set(numbers.get(edge.from()));
        all.or(ancestors(edge.from()));
      }
    }
    return all;
  }
}
