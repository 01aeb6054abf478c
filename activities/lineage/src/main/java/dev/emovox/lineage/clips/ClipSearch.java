package dev.emovox.lineage.clips;

import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.source.LineageSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for one clip in all manifests, and adds it with what was done with it: which parts it is
 * in, which models learnt from it, and which were tested on it.
 */
public final class ClipSearch {
  private static final int MOST_MANIFESTS = 200;

  private final GraphIndex index;
  private final LineageSource source;
  private final String wanted;
  private final Map<String, LineageNode> found = new LinkedHashMap<>();
  private final List<String> notices = new ArrayList<>();

  /**
   * A search.
   *
   * @param wanted a path as in the manifest, an id, or {@code sha256:} and the first digits of a
   *     file's digest
   */
  public ClipSearch(GraphIndex index, LineageSource source, String wanted) {
    this.index = index;
    this.source = source;
    this.wanted = wanted;
  }

  /** The clips that it may be; each is in the graph now. */
  public List<LineageNode> search() {
    List<LineageNode> manifests = index.all(NodeKind.MANIFEST);
    if (manifests.size() > MOST_MANIFESTS) {
      notices.add(
          "Only the last %d of %d manifests were looked through."
              .formatted(MOST_MANIFESTS, manifests.size()));
    }
    manifests.stream()
        .skip(Math.max(0, manifests.size() - MOST_MANIFESTS))
        .filter(manifest -> manifest.uri().isPresent())
        .forEach(this::look);
    return List.copyOf(found.values());
  }

  /** What a reader should know. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  private void look(LineageNode manifest) {
    List<ListedClip> clips = new ArrayList<>();
    try {
      source.rows(
          TableReference.of(manifest),
          ListedClip.class,
          row -> {
            if (matches(row)) {
              clips.add(row);
            }
          });
    } catch (WorkFailedException e) {
      notices.add("A manifest could not be looked through: " + e.getMessage());
    }
    clips.forEach(clip -> add(manifest, clip));
  }

  private boolean matches(ListedClip clip) {
    return wanted.startsWith("sha256:")
        ? clip.contentDigest().startsWith(wanted)
        : clip.path().equals(wanted) || clip.id().equals(wanted);
  }

  /** Adds a clip that a manifest lists. */
  private void add(LineageNode manifest, ListedClip clip) {
    Digest digest = Digest.parse(clip.contentDigest());
    LineageNode node =
        LineageNode.of(
            digest,
            NodeKind.CLIP,
            clip.path(),
            Map.of(
                "corpus", clip.corpus(),
                "speaker", clip.speaker(),
                "emotion", clip.emotion(),
                "id", clip.id(),
                "seconds", String.format(Locale.ROOT, "%.2f", clip.seconds())));
    index.add(node);
    found.put(node.id(), node);
    index.connect("corpus:" + clip.corpus() + "@" + manifest.id(), node.id(), "part of");
    index.connect(node.id(), manifest.id(), "listed");
    index.after(manifest.id()).stream()
        .map(LineageEdge::to)
        .map(index::find)
        .flatMap(Optional::stream)
        .filter(after -> after.kind() == NodeKind.SPLIT)
        .forEach(split -> addPart(split, clip, node.id()));
  }

  private void addPart(LineageNode split, ListedClip clip, String node) {
    Map<String, SplitPart> parts = new TreeMap<>();
    try {
      source.rows(
          TableReference.of(split),
          SplitRow.class,
          row -> {
            if (row.id().equals(clip.id())) {
              parts.put(row.id(), row.part());
            }
          });
    } catch (WorkFailedException e) {
      notices.add("A split could not be looked through: " + e.getMessage());
    }
    parts.values().forEach(part -> new ClipUse(index, node, part).add(split.id()));
  }
}
