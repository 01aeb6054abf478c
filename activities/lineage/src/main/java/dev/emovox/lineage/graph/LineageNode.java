package dev.emovox.lineage.graph;

import dev.emovox.domain.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that was made, or someone's doing.
 *
 * @param id of this node and no other in the graph; most can be asked for by it
 * @param kind what it is
 * @param digest of its bytes, if it has some
 * @param label what people call it; may hold anything, since files are named by users
 * @param uri where it lies, if it lies somewhere
 * @param facts what else is known, by name
 */
public record LineageNode(
    String id,
    NodeKind kind,
    Optional<Digest> digest,
    String label,
    Optional<String> uri,
    SortedMap<String, String> facts) {

  public LineageNode {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** A node without bytes of its own. */
  public static LineageNode of(String id, NodeKind kind, String label, Map<String, String> facts) {
    return new LineageNode(
        id, kind, Optional.empty(), label, Optional.empty(), new TreeMap<>(facts));
  }

  /** A node that is known by its digest. */
  public static LineageNode of(
      Digest digest, NodeKind kind, String label, Map<String, String> facts) {
    return new LineageNode(
        digest.toString(),
        kind,
        Optional.of(digest),
        label,
        Optional.empty(),
        new TreeMap<>(facts));
  }

  /** The same with an address. */
  public LineageNode at(String address) {
    return new LineageNode(id, kind, digest, label, Optional.of(address), facts);
  }

  /** The same with one fact more. */
  public LineageNode with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.put(name, value);
    return new LineageNode(id, kind, digest, label, uri, more);
  }
}
