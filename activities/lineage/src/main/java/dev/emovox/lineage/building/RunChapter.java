package dev.emovox.lineage.building;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.record.Derivation;
import dev.emovox.lineage.record.RunDerivations;
import dev.emovox.records.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds what one run made of what. */
final class RunChapter {
  /** What a run is to what it computed. */
  static final String MADE = "made";

  /** What is to a run that an earlier one had made. */
  static final String FOUND = "found";

  private final GraphIndex index;
  private final RunRecord run;

  RunChapter(GraphIndex index, RunRecord run) {
    this.index = index;
    this.run = run;
  }

  void add() {
    index.add(node());
    run.status().ifPresent(this::add);
  }

  private LineageNode node() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("experiment", run.plan().experiment());
    facts.put("seed", Long.toString(run.plan().seed()));
    facts.put("state", run.status().map(RunChapter::state).orElse("not ended"));
    run.status().ifPresent(status -> facts.put("started", time(status.startedAtMillis())));
    run.status().map(RunStatus::error).ifPresent(error -> facts.put("error", error));
    return LineageNode.of(run.id(), NodeKind.RUN, run.id(), facts);
  }

  static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static String state(RunStatus status) {
    return status.state().name().toLowerCase(Locale.ROOT);
  }

  private void add(RunStatus status) {
    List<Derivation> derivations = RunDerivations.of(run.plan(), status);
    derivations.forEach(this::add);
    new CorpusNodes(index, status).add();
    new ScoreFacts(index, status).add();
  }

  private void add(Derivation derivation) {
    List<NamedArtifact> principal =
        derivation.stage().outputs().stream()
            .filter(output -> PrincipalOutput.kind(output.name()).isPresent())
            .toList();
    principal.forEach(output -> add(derivation, output));
    principal.stream()
        .reduce((first, last) -> last)
        .ifPresent(
            owner ->
                derivation.stage().outputs().stream()
                    .filter(output -> !principal.contains(output))
                    .forEach(part -> index.belongs(part.artifact().digest(), id(owner))));
  }

  private void add(Derivation derivation, NamedArtifact output) {
    StageStatus stage = derivation.stage();
    index.add(
        LineageNode.of(
                output.artifact().digest(),
                PrincipalOutput.kind(output.name()).orElseThrow(),
                NodeLabels.of(stage.name(), output.name()),
                new TreeMap<>())
            .at(output.artifact().uri())
            .with("bytes", Long.toString(output.artifact().bytes())));
    boolean start = output.name().equals("checkpoint");
    if (!start) {
      derivation.inputs().forEach(input -> index.connect(id(input), id(output), input.name()));
    }
    if (stage.cache() == CacheUse.HIT || start) {
      index.connect(id(output), run.id(), FOUND);
    } else {
      index.connect(run.id(), id(output), MADE);
    }
  }

  private static String id(NamedArtifact artifact) {
    return artifact.artifact().digest().toString();
  }
}
