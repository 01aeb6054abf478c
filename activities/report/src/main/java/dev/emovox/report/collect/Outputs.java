package dev.emovox.report.collect;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import java.util.List;
import java.util.Optional;

/** Finds outputs of stages by name. */
final class Outputs {
  private Outputs() {}

  /** The output of that name, if there is one. */
  static Optional<ArtifactRef> named(String name, List<NamedArtifact> outputs) {
    return outputs.stream()
        .filter(output -> output.name().equals(name))
        .map(NamedArtifact::artifact)
        .findFirst();
  }

  /** An output of a stage, if both are there. */
  static Optional<ArtifactRef> of(RunStatus run, String stage, String name) {
    return run.stages().stream()
        .filter(its -> its.name().equals(stage))
        .map(StageStatus::outputs)
        .findFirst()
        .flatMap(outputs -> named(name, outputs));
  }
}
