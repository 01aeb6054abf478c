package dev.emovox.lineage.page;

import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.graph.Reduction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the picture of a graph shows: what was made from what. Runs and stages are left to the
 * table; clips of all corpora that are in the same part of a split are one box.
 *
 * @param nodes in a fixed order
 * @param edges between them
 */
record Picture(List<PictureNode> nodes, List<PictureEdge> edges) {

  static Picture of(LineageGraph graph) {
    return new Making(graph).picture();
  }

  private static final class Making {
    private final LineageGraph graph;
    private final Map<String, String> boxes = new HashMap<>();
    private final Map<String, Long> clips = new HashMap<>();
    private final Map<String, PictureNode> nodes = new LinkedHashMap<>();

    Making(LineageGraph graph) {
      this.graph = graph;
    }

    Picture picture() {
      Map<String, String> rows = Rows.ids(graph);
      for (LineageNode node : graph.nodes()) {
        if (!node.kind().isActivity()) {
          add(node, rows.get(node.id()));
        }
      }
      return new Picture(List.copyOf(nodes.values()), edges());
    }

    private void add(LineageNode node, String row) {
      String part = node.facts().get("part");
      if (node.kind() == NodeKind.CLIP && part != null) {
        String box = "clips:" + part + node.id().substring(node.id().indexOf('@'));
        boxes.put(node.id(), box);
        long all = clips.merge(box, Long.valueOf(node.facts().get("clips")), Long::sum);
        PictureNode known = nodes.get(box);
        String target = known == null ? row : known.row();
        nodes.put(box, new PictureNode(box, node.kind(), part, all + " clips", target));
      } else {
        boxes.put(node.id(), node.id());
        nodes.put(
            node.id(), new PictureNode(node.id(), node.kind(), node.label(), subtitle(node), row));
      }
    }

    private static String subtitle(LineageNode node) {
      Map<String, String> facts = node.facts();
      if (facts.containsKey("accuracy")) {
        return "accuracy " + facts.get("accuracy");
      }
      for (String fact : List.of("aliases", "by", "rejected", "emotion")) {
        if (facts.containsKey(fact)) {
          return (fact.equals("by") ? "by " : "") + facts.get(fact);
        }
      }
      return facts.containsKey("clips")
          ? facts.get("clips") + " clips"
          : node.digest().map(digest -> digest.hex().substring(0, 12)).orElse("");
    }

    private List<PictureEdge> edges() {
      Collection<PictureEdge> edges = new LinkedHashSet<>();
      Set<String> linked = new LinkedHashSet<>();
      for (LineageEdge edge : Reduction.of(graph)) {
        String from = boxes.get(edge.from());
        String to = boxes.get(edge.to());
        if (from != null && to != null && linked.add(from + "\n" + to)) {
          edges.add(new PictureEdge(from, to, edge.role()));
        }
      }
      return new ArrayList<>(edges);
    }
  }
}
