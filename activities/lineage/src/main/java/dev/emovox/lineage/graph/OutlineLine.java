package dev.emovox.lineage.graph;

import java.util.List;

/**
 * A line of an outline.
 *
 * @param node what it is about
 * @param role what the node is to the one above it in the outline; empty for the first
 * @param branches for every level above whether more lines follow there, the outermost first; the
 *     last one tells of the line's own level
 * @param madeBy the runs that made it
 * @param repeated whether it was told before with all below it
 * @param hidden how many more there are on this level, which are left out
 */
public record OutlineLine(
    LineageNode node,
    String role,
    List<Boolean> branches,
    List<String> madeBy,
    boolean repeated,
    int hidden) {

  public OutlineLine {
    branches = List.copyOf(branches);
    madeBy = List.copyOf(madeBy);
  }
}
