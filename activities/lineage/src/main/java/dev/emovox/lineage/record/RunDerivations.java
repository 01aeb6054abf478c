package dev.emovox.lineage.record;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stages of a run with what they took. The plan decides which output goes into which stage, and
 * the status knows the outputs; of a run that failed or still goes on, those that there are.
 */
public final class RunDerivations {
  private final RunStatus status;
  private final Map<String, List<Source>> sources;
  private final Map<String, StageStatus> stages = new HashMap<>();

  private RunDerivations(ExperimentPlan plan, RunStatus status) {
    this.status = status;
    this.sources = Sources.of(plan);
    status.stages().forEach(stage -> stages.put(stage.name(), stage));
  }

  /** All stages that began, in the order in which they did. */
  public static List<Derivation> of(ExperimentPlan plan, RunStatus status) {
    RunDerivations derivations = new RunDerivations(plan, status);
    return status.stages().stream()
        .map(stage -> new Derivation(stage, derivations.inputs(stage.name())))
        .toList();
  }

  private List<NamedArtifact> inputs(String stage) {
    if (stage.equals(StageNames.REGISTRATION)) {
      return registered().stream().toList();
    }
    return sources.getOrDefault(stage, List.of()).stream()
        .map(source -> find(source).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<NamedArtifact> find(Source source) {
    return Optional.ofNullable(stages.get(source.stage())).stream()
        .flatMap(stage -> stage.outputs().stream())
        .filter(output -> output.name().equals(source.output()))
        .map(output -> new NamedArtifact(source.role(), output.artifact()))
        .findFirst();
  }

  private Optional<NamedArtifact> registered() {
    if (status.registered() == null) {
      return Optional.empty();
    }
    return status.stages().stream()
        .flatMap(stage -> stage.outputs().stream())
        .filter(output -> output.name().equals("package"))
        .filter(output -> output.artifact().digest().equals(status.registered().digest()))
        .findFirst();
  }
}
