package dev.emovox.lineage.graph;

import dev.emovox.domain.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A graph that grows. Not safe for use by several threads. */
public final class GraphIndex {
  private final Map<String, LineageNode> nodes = new LinkedHashMap<>();
  private final SortedMap<String, String> others = new TreeMap<>();
  private final Map<String, SortedSet<LineageEdge>> after = new LinkedHashMap<>();
  private final Map<String, SortedSet<LineageEdge>> before = new LinkedHashMap<>();

  /** Adds a node; what is known of that id already stays, and facts are added to it. */
  public void add(LineageNode node) {
    nodes.merge(node.id(), node, GraphIndex::merged);
  }

  private static LineageNode merged(LineageNode known, LineageNode more) {
    SortedMap<String, String> facts = new TreeMap<>(more.facts());
    facts.putAll(known.facts());
    return new LineageNode(
        known.id(),
        known.kind(),
        known.digest().or(more::digest),
        known.label(),
        known.uri().or(more::uri),
        facts);
  }

  /** Adds an edge between nodes, of which both are there or will be. */
  public void connect(String from, String to, String role) {
    LineageEdge edge = new LineageEdge(from, to, role);
    after.computeIfAbsent(from, id -> new TreeSet<>()).add(edge);
    before.computeIfAbsent(to, id -> new TreeSet<>()).add(edge);
  }

  /** Notes that bytes which have no node of their own belong to a node. */
  public void belongs(Digest part, String node) {
    others.putIfAbsent(part.toString(), node);
  }

  /** The node of that id, or the one that bytes of that digest belong to. */
  public Optional<LineageNode> find(String id) {
    return Optional.ofNullable(nodes.get(id))
        .or(() -> Optional.ofNullable(others.get(id)).map(nodes::get));
  }

  /** The nodes whose id, or of whose parts a digest, begins so. */
  public List<LineageNode> beginning(String prefix) {
    Set<LineageNode> found = new LinkedHashSet<>();
    nodes.values().stream().filter(node -> node.id().startsWith(prefix)).forEach(found::add);
    others.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> nodes.get(entry.getValue()))
        .forEach(found::add);
    return new ArrayList<>(found);
  }

  /** All nodes of a kind, in the order in which they came. */
  public List<LineageNode> all(NodeKind kind) {
    return nodes.values().stream().filter(node -> node.kind() == kind).toList();
  }

  /** Edges to what was made from a node. */
  public Collection<LineageEdge> after(String id) {
    return known(after.getOrDefault(id, Collections.emptySortedSet()));
  }

  /** Edges from what a node was made from. */
  public Collection<LineageEdge> before(String id) {
    return known(before.getOrDefault(id, Collections.emptySortedSet()));
  }

  private List<LineageEdge> known(SortedSet<LineageEdge> edges) {
    return edges.stream()
        .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
        .toList();
  }
}
