package dev.emovox.lineage.building;

import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds decisions about versions. */
final class DecisionNodes {
  private final GraphIndex index;

  DecisionNodes(GraphIndex index) {
    this.index = index;
  }

  void add(SignedEntry signed) {
    LedgerEntry entry = signed.entry();
    Decision decision = entry.decision();
    ServedModel model = decision.model();
    if (model == null) {
      return;
    }
    String id = "decision:" + entry.number();
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("time", entry.time().toString());
    facts.put("by", decision.actor());
    if (decision.reason() != null) {
      facts.put("reason", decision.reason());
    }
    String label = decision.kind().word() + " of " + model.name() + "/" + model.version();
    index.add(
        new LineageNode(
            id, NodeKind.DECISION, Optional.of(signed.digest()), label, Optional.empty(), facts));
    connect(model, id, decision.kind().word());
  }

  /** A version that the registry has lost is known by its package. */
  private void connect(ServedModel model, String decision, String role) {
    String version = VersionNodes.id(model.name(), model.version());
    boolean known = index.find(version).isPresent();
    index.connect(known ? version : model.packageDigest().toString(), decision, role);
  }
}
