package dev.emovox.lineage.graph;

import java.util.Comparator;

/**
 * From what was there before to what came of it.
 *
 * @param from id of the earlier node
 * @param to id of the later node
 * @param role what the earlier one was to the later one, for example {@code train}
 */
public record LineageEdge(String from, String to, String role) implements Comparable<LineageEdge> {
  private static final Comparator<LineageEdge> ORDER =
      Comparator.comparing(LineageEdge::from)
          .thenComparing(LineageEdge::to)
          .thenComparing(LineageEdge::role);

  @Override
  public int compareTo(LineageEdge other) {
    return ORDER.compare(this, other);
  }
}
