package dev.emovox.lineage.building;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageStatus;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.record.Derivation;
import dev.emovox.lineage.record.RunDerivations;
import dev.emovox.records.RunRecord;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds the stages of one run, for someone who asks for that run. */
final class StageNodes {
  private final GraphIndex index;

  StageNodes(GraphIndex index) {
    this.index = index;
  }

  void add(RunRecord run) {
    run.status()
        .ifPresent(
            status ->
                RunDerivations.of(run.plan(), status)
                    .forEach(derivation -> add(run.id(), derivation)));
  }

  private void add(String run, Derivation derivation) {
    StageStatus stage = derivation.stage();
    String id = "stage:" + run + "/" + stage.name();
    index.add(LineageNode.of(id, NodeKind.STAGE, stage.name(), facts(stage)));
    index.connect(run, id, "stage");
    derivation.inputs().forEach(input -> index.connect(node(input), id, input.name()));
    stage.outputs().stream()
        .filter(output -> PrincipalOutput.kind(output.name()).isPresent())
        .forEach(output -> index.connect(id, node(output), output.name()));
  }

  private static SortedMap<String, String> facts(StageStatus stage) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("state", stage.state().name().toLowerCase(Locale.ROOT));
    facts.put("started", RunChapter.time(stage.startedAtMillis()));
    facts.put("seconds", String.format(Locale.ROOT, "%.1f", stage.seconds()));
    if (stage.cache() != null) {
      facts.put("cache", stage.cache().name().toLowerCase(Locale.ROOT));
    }
    return facts;
  }

  private static String node(NamedArtifact artifact) {
    return artifact.artifact().digest().toString();
  }
}
