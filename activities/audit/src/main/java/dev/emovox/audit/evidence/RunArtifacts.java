package dev.emovox.audit.evidence;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The artefacts that a run's record names and that are kept after it. */
final class RunArtifacts {
  private final RunStatus status;
  private final Set<ArtifactRef> artifacts = new LinkedHashSet<>();

  RunArtifacts(RunStatus status) {
    this.status = status;
  }

  Set<ArtifactRef> all() {
    if (status.ingestion() != null) {
      add(status.ingestion().stage());
    }
    status.stages().stream()
        .flatMap(stage -> stage.outputs().stream())
        .map(NamedArtifact::artifact)
        .forEach(artifacts::add);
    status.models().forEach(this::add);
    status.networks().forEach(this::add);
    return artifacts;
  }

  private void add(TrainedModel model) {
    add(model.fit().stage());
    add(model.evaluation().stage());
    add(model.modelPackage());
  }

  private void add(NetworkStatus network) {
    if (network.start() != null) {
      add(network.start().stage());
    }
    network.stages().forEach(this::add);
    if (network.evaluation() != null) {
      add(network.evaluation().stage());
    }
    Stream.of(network.modelPackage()).filter(Objects::nonNull).forEach(this::add);
  }

  /** Of epochs that were not selected, weights are not kept. */
  private void add(NetworkStageStatus stage) {
    for (EpochOutcome epoch : stage.epochs()) {
      boolean selected = epoch.epoch() == stage.selectedEpoch();
      epoch.stage().outputs().stream()
          .filter(
              output ->
                  output.name().equals("position") || (selected && output.name().equals("weights")))
          .map(NamedArtifact::artifact)
          .forEach(artifacts::add);
    }
  }

  private void add(StageResult stage) {
    stage.outputs().stream().map(NamedArtifact::artifact).forEach(artifacts::add);
  }
}
