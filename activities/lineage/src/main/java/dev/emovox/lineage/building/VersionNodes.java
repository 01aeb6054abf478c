package dev.emovox.lineage.building;

import dev.emovox.domain.Digest;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.tracking.ModelVersion;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds versions of registered models, and what their packages say if no run is known. */
final class VersionNodes {
  private final GraphIndex index;
  private final PackageClaims claims;

  VersionNodes(GraphIndex index, PackageClaims claims) {
    this.index = index;
    this.claims = claims;
  }

  void add(ModelVersion version) {
    String id = id(version.name(), version.version());
    LineageNode node = LineageNode.of(id, NodeKind.VERSION, id, facts(version));
    index.add(
        new LineageNode(
            node.id(),
            node.kind(),
            version.digest(),
            node.label(),
            Optional.of(version.source()),
            node.facts()));
    version.digest().ifPresent(digest -> connect(digest, id));
  }

  /** The id of a version's node. */
  static String id(String model, String version) {
    return model + "/" + version;
  }

  private static SortedMap<String, String> facts(ModelVersion version) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("registered", version.created().toString());
    if (!version.aliases().isEmpty()) {
      facts.put("aliases", String.join(", ", version.aliases()));
    }
    if (version.tags().containsKey("emovox.run")) {
      facts.put("run", version.tags().get("emovox.run"));
    }
    return facts;
  }

  private void connect(Digest modelPackage, String id) {
    if (index.find(modelPackage.toString()).isEmpty()) {
      claims.add(modelPackage, id);
    }
    index.connect(modelPackage.toString(), id, "registered");
  }
}
