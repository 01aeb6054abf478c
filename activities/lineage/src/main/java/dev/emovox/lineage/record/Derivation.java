package dev.emovox.lineage.record;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageStatus;
import java.util.List;

/**
 * A stage with what it took.
 *
 * @param stage as it ended, or as far as it is; its outputs are what it left
 * @param inputs what it took, by role
 */
public record Derivation(StageStatus stage, List<NamedArtifact> inputs) {

  public Derivation {
    inputs = List.copyOf(inputs);
  }
}
