package dev.emovox.lineage.clips;

import dev.emovox.domain.SplitPart;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Connects a clip with all that was made by a split in which it is in a certain part: models learnt
 * from it if it is in the training or the validation part, and were tested on it if it is in the
 * test part.
 *
 * @param clip id of its node
 */
record ClipUse(GraphIndex index, String clip, SplitPart part) {

  void add(String split) {
    String role = part.name().toLowerCase(Locale.ROOT);
    index.connect(clip, split, role);
    List<LineageNode> users =
        index.after(split).stream()
            .map(LineageEdge::to)
            .distinct()
            .map(index::find)
            .flatMap(Optional::stream)
            .filter(user -> isUsedBy(user.kind()))
            .toList();
    users.forEach(user -> index.connect(clip, user.id(), role));
  }

  private boolean isUsedBy(NodeKind kind) {
    return switch (kind) {
      case MODEL, CHECKPOINT -> part != SplitPart.TEST;
      case EVALUATION -> part == SplitPart.TEST;
      case AUGMENTED_SET -> part == SplitPart.TRAIN;
      default -> false;
    };
  }
}
