package dev.emovox.lineage.building;

import dev.emovox.lineage.graph.NodeKind;
import java.util.Map;
import java.util.Optional;

/** Which outputs of stages are nodes; the others belong to one of these. */
final class PrincipalOutput {
  private static final Map<String, NodeKind> KINDS =
      Map.of(
          "manifest", NodeKind.MANIFEST,
          "split", NodeKind.SPLIT,
          "training-clips", NodeKind.SPLIT,
          "features", NodeKind.FEATURE_TABLE,
          "augmented-set", NodeKind.AUGMENTED_SET,
          "model", NodeKind.MODEL,
          "checkpoint", NodeKind.CHECKPOINT,
          "weights", NodeKind.CHECKPOINT,
          "report", NodeKind.EVALUATION,
          "package", NodeKind.PACKAGE);

  private PrincipalOutput() {}

  static Optional<NodeKind> kind(String output) {
    return Optional.ofNullable(KINDS.get(output));
  }
}
