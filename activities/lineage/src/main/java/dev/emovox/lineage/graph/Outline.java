package dev.emovox.lineage.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A graph as a tree of lines, from its subject in one direction. What several others were made from
 * is told in full once.
 */
public final class Outline {
  private static final int MOST_CHILDREN = 40;
  private static final Set<NodeKind> TABLES =
      Set.of(NodeKind.MANIFEST, NodeKind.SPLIT, NodeKind.FEATURE_TABLE);

  private static final List<String> PARTS = List.of("train", "validation", "test");

  private final boolean up;
  private final LineageNode subject;
  private final Map<String, LineageNode> nodes;
  private final Map<String, List<LineageEdge>> children;
  private final Map<String, List<String>> makers;
  private final Set<String> told = new HashSet<>();
  private final List<OutlineLine> lines = new ArrayList<>();

  private Outline(LineageGraph graph, boolean up) {
    this.up = up;
    this.subject = graph.node(graph.subject());
    this.nodes =
        graph.nodes().stream().collect(Collectors.toMap(LineageNode::id, Function.identity()));
    this.children =
        Reduction.of(graph).stream()
            .filter(this::isShown)
            .collect(Collectors.groupingBy(edge -> up ? edge.to() : edge.from()));
    this.makers =
        graph.edges().stream()
            .filter(edge -> edge.role().equals("made"))
            .collect(
                Collectors.groupingBy(
                    LineageEdge::to, Collectors.mapping(LineageEdge::from, Collectors.toList())));
  }

  /** What the subject was made from. */
  public static List<OutlineLine> up(LineageGraph graph) {
    return new Outline(graph, true).lines();
  }

  /** What was made from the subject. */
  public static List<OutlineLine> down(LineageGraph graph) {
    return new Outline(graph, false).lines();
  }

  /** Runs are told beside what they made, unless one was asked for. */
  private boolean isShown(LineageEdge edge) {
    return subject.kind() == NodeKind.RUN
        || Stream.of(edge.from(), edge.to()).noneMatch(id -> nodes.get(id).kind().isActivity());
  }

  private List<OutlineLine> lines() {
    add(subject, "", List.of(), 0);
    return lines;
  }

  private void add(LineageNode node, String role, List<Boolean> branches, int hidden) {
    List<LineageEdge> below = below(node);
    boolean repeated = !told.add(node.id()) && !below.isEmpty();
    List<String> madeBy = makers.getOrDefault(node.id(), List.of());
    lines.add(new OutlineLine(node, role, branches, madeBy, repeated, hidden));
    if (!repeated) {
      int shown = Math.min(below.size(), MOST_CHILDREN);
      for (int i = 0; i < shown; i++) {
        List<Boolean> inner = new ArrayList<>(branches);
        inner.add(i < shown - 1);
        int left = i == shown - 1 ? below.size() - shown : 0;
        add(other(below.get(i)), below.get(i).role(), inner, left);
      }
    }
  }

  private List<LineageEdge> below(LineageNode node) {
    boolean told = node.id().equals(subject.id());
    if (!told && isLeaf(node)) {
      return List.of();
    }
    return children.getOrDefault(node.id(), List.of()).stream()
        .sorted(
            Comparator.comparing((LineageEdge edge) -> other(edge).kind())
                .thenComparing(edge -> other(edge).facts().getOrDefault("started", ""))
                .thenComparing(edge -> PARTS.indexOf(edge.role()))
                .thenComparing(LineageEdge::role)
                .thenComparing(edge -> other(edge).label())
                .thenComparing(edge -> other(edge).id()))
        .toList();
  }

  /** From a clip or a run, tables are named, and not what else was made with them. */
  private boolean isLeaf(LineageNode node) {
    return switch (subject.kind()) {
      case CLIP -> TABLES.contains(node.kind());
      case RUN ->
          !up && !Set.of(NodeKind.STAGE, NodeKind.PACKAGE, NodeKind.VERSION).contains(node.kind());
      default -> false;
    };
  }

  private LineageNode other(LineageEdge edge) {
    return nodes.get(up ? edge.from() : edge.to());
  }
}
