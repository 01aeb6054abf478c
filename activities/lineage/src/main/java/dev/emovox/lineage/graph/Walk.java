package dev.emovox.lineage.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects what a subject was made from and what was made from it. Runs are named where they made
 * something and not walked through, since all that a run made is not related to all that it used;
 * from one clip neither are the tables that hold it together with others.
 */
public final class Walk {
  /** Most nodes of an answer. */
  public static final int MOST_NODES = 2000;

  private static final Set<NodeKind> TABLES =
      Set.of(NodeKind.MANIFEST, NodeKind.SPLIT, NodeKind.FEATURE_TABLE);

  /** What is followed from a run: its stages, and what became of its packages. */
  private static final Set<NodeKind> OF_RUN =
      Set.of(NodeKind.STAGE, NodeKind.PACKAGE, NodeKind.VERSION);

  private static final Set<NodeKind> OF_TABLES = Set.of(NodeKind.CORPUS, NodeKind.CLIP);

  private final GraphIndex index;
  private final LineageNode subject;
  private final int depth;
  private final Map<String, Integer> distances = new LinkedHashMap<>();
  private boolean cut;

  /**
   * A walk that begins at a node.
   *
   * @param depth how many edges away from it at most
   */
  public Walk(GraphIndex index, LineageNode subject, int depth) {
    this.index = index;
    this.subject = subject;
    this.depth = depth;
  }

  /** Everything in that direction. */
  public LineageGraph graph(Direction direction) {
    distances.put(subject.id(), 0);
    if (direction.up()) {
      walk(true);
    }
    if (direction.down()) {
      walk(false);
    }
    if (subject.kind() == NodeKind.RUN && direction.up()) {
      List.copyOf(distances.keySet()).forEach(this::addClips);
    }
    List<LineageNode> nodes =
        distances.keySet().stream()
            .map(id -> index.find(id).orElseThrow())
            .sorted(Comparator.comparing(LineageNode::kind).thenComparing(LineageNode::id))
            .toList();
    return new LineageGraph(subject.id(), nodes, edges(), notices());
  }

  private void walk(boolean up) {
    Map<String, Integer> seen = new LinkedHashMap<>(Map.of(subject.id(), 0));
    Deque<String> open = new ArrayDeque<>(List.of(subject.id()));
    while (!open.isEmpty()) {
      String id = open.remove();
      int next = seen.get(id) + 1;
      if (next > depth || !isWalkedThrough(id)) {
        continue;
      }
      for (LineageEdge edge : edges(id, up)) {
        String other = up ? edge.from() : edge.to();
        if (!seen.containsKey(other) && hasRoom(other)) {
          seen.put(other, next);
          distances.putIfAbsent(other, next);
          open.add(other);
        }
      }
    }
  }

  private Collection<LineageEdge> edges(String id, boolean up) {
    return up ? index.before(id) : index.after(id);
  }

  private boolean hasRoom(String id) {
    boolean room = distances.containsKey(id) || distances.size() < MOST_NODES;
    cut |= !room;
    return room;
  }

  /** A run's tables are not walked through, but what clips they hold belongs to it. */
  private void addClips(String id) {
    for (LineageEdge edge : index.before(id)) {
      boolean clips = OF_TABLES.contains(index.find(edge.from()).orElseThrow().kind());
      if (clips && hasRoom(edge.from())) {
        distances.putIfAbsent(edge.from(), distances.get(id) + 1);
      }
    }
  }

  private boolean isWalkedThrough(String id) {
    NodeKind kind = index.find(id).orElseThrow().kind();
    if (id.equals(subject.id())) {
      return true;
    }
    return switch (subject.kind()) {
      case RUN -> OF_RUN.contains(kind);
      case CLIP -> !kind.isActivity() && !TABLES.contains(kind);
      default -> !kind.isActivity();
    };
  }

  private List<LineageEdge> edges() {
    TreeSet<LineageEdge> edges = new TreeSet<>();
    for (String id : distances.keySet()) {
      index.after(id).stream()
          .filter(edge -> distances.containsKey(edge.to()))
          .filter(edge -> !isToldByStages(edge))
          .forEach(edges::add);
    }
    return new ArrayList<>(edges);
  }

  private boolean isToldByStages(LineageEdge edge) {
    if (subject.kind() != NodeKind.RUN || edge.to().equals(subject.id())) {
      return subject.kind() == NodeKind.RUN;
    }
    return edge.from().equals(subject.id())
        && index.find(edge.to()).orElseThrow().kind() != NodeKind.STAGE;
  }

  private List<String> notices() {
    return cut
        ? List.of(
            "There is more than fits: %d nodes are shown. Ask for one direction or a smaller depth, or begin nearer to what you look for."
                .formatted(MOST_NODES))
        : List.of();
  }
}
