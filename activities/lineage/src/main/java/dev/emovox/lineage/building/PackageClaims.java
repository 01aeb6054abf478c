package dev.emovox.lineage.building;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.Digest;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.source.LineageSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a package says it was made from. Only asked where no record of a run tells: records say more
 * and were written by the one who made it.
 */
final class PackageClaims {
  private static final Map<String, NodeKind> KINDS =
      Map.of(
          "manifest", NodeKind.MANIFEST,
          "split", NodeKind.SPLIT,
          "clips", NodeKind.SPLIT,
          "features", NodeKind.FEATURE_TABLE,
          "evaluation", NodeKind.EVALUATION,
          "augmented", NodeKind.AUGMENTED_SET,
          "position", NodeKind.CHECKPOINT);

  private final GraphIndex index;
  private final LineageSource source;
  private final ObjectMapper json = new ObjectMapper();

  PackageClaims(GraphIndex index, LineageSource source) {
    this.index = index;
    this.source = source;
  }

  /**
   * Adds a package and what it names.
   *
   * @param called what people call the package
   */
  void add(Digest modelPackage, String called) {
    LineageNode node =
        LineageNode.of(modelPackage, NodeKind.PACKAGE, "package of " + called, Map.of());
    JsonNode provenance = provenance(modelPackage);
    index.add(
        provenance.isMissingNode()
            ? node.with("note", "neither a record of its run nor the package is there")
            : node.with("note", "no record of its run is kept; this is what the package says"));
    String id = modelPackage.toString();
    KINDS.forEach((name, kind) -> add(id, name, provenance.path(name)));
    KINDS.forEach((name, kind) -> add(id, name, provenance.path("fine_tuning").path(name)));
    base(id, provenance.path("base"));
  }

  private JsonNode provenance(Digest modelPackage) {
    try {
      Optional<byte[]> content = source.packageIndex(modelPackage);
      return content.isEmpty()
          ? json.missingNode()
          : json.readTree(content.get()).path("provenance");
    } catch (IOException e) {
      return json.missingNode();
    }
  }

  private void add(String owner, String name, JsonNode digest) {
    digest(digest)
        .ifPresent(
            found -> {
              index.add(LineageNode.of(found, KINDS.get(name), name, Map.of()));
              index.connect(found.toString(), owner, name);
            });
  }

  private void base(String owner, JsonNode base) {
    digest(base.path("digest"))
        .ifPresent(
            found -> {
              String label = base.path("source").asText("a checkpoint");
              index.add(LineageNode.of(found, NodeKind.CHECKPOINT, label, Map.of()));
              index.connect(found.toString(), owner, "starting weights");
            });
  }

  private static Optional<Digest> digest(JsonNode text) {
    try {
      return text.isTextual() ? Optional.of(Digest.parse(text.asText())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
