package dev.emovox.lineage.clips;

import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.source.LineageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds, to splits of a graph, how many clips of which corpus are in which part. Tables are read row
 * by row, so it does not matter how many clips there are.
 */
public final class PartGroups {
  private static final int MOST_SPLITS = 24;
  private static final int MOST_GROUPS = 60;

  private final GraphIndex index;
  private final LineageSource source;
  private final List<String> notices = new ArrayList<>();

  /** Adds to the given graph. */
  public PartGroups(GraphIndex index, LineageSource source) {
    this.index = index;
    this.source = source;
  }

  /** A corpus and a part. */
  private record Group(String corpus, SplitPart part) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byCorpus = corpus.compareTo(other.corpus);
      return byCorpus == 0 ? part.compareTo(other.part) : byCorpus;
    }
  }

  /**
   * Adds the groups of the splits that are in a graph.
   *
   * @return what a reader should know
   */
  public List<String> add(LineageGraph graph) {
    List<LineageNode> splits =
        graph.nodes().stream().filter(node -> node.kind() == NodeKind.SPLIT).toList();
    splits.stream().limit(MOST_SPLITS).forEach(this::add);
    if (splits.size() > MOST_SPLITS) {
      notices.add(
          "Clips were counted for %d of %d splits. Ask for one version or split to see them."
              .formatted(MOST_SPLITS, splits.size()));
    }
    return notices;
  }

  private void add(LineageNode split) {
    if (split.uri().isEmpty()) {
      return;
    }
    try {
      counts(split).entrySet().stream()
          .limit(MOST_GROUPS)
          .forEach(group -> add(split.id(), group.getKey(), group.getValue()));
    } catch (WorkFailedException e) {
      notices.add("The clips of a split can't be counted: " + e.getMessage());
    }
  }

  /** An id begins with the corpus and a slash. */
  private Map<Group, Integer> counts(LineageNode split) {
    Map<Group, Integer> counts = new TreeMap<>();
    source.rows(
        TableReference.of(split),
        SplitRow.class,
        row -> {
          String corpus = row.id().substring(0, Math.max(0, row.id().indexOf('/')));
          counts.merge(new Group(corpus, row.part()), 1, Integer::sum);
        });
    return counts;
  }

  private void add(String split, Group group, int clips) {
    String part = group.part.name().toLowerCase(Locale.ROOT);
    String id = "clips:%s/%s@%s".formatted(group.corpus, part, split);
    Map<String, String> facts =
        Map.of("clips", Integer.toString(clips), "part", part, "corpus", group.corpus);
    index.add(
        LineageNode.of(id, NodeKind.CLIP, "%d clips of %s".formatted(clips, group.corpus), facts));
    index.connect(id, split, part);
  }
}
