package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * One stage of training.
 *
 * @param name its name in the experiment
 * @param settings digest of its settings, the seed among them
 * @param checkpoint digest of the weights that it ended with
 */
public record FineTuningStage(String name, Digest settings, Digest checkpoint) {

  public FineTuningStage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(checkpoint, "checkpoint");
  }
}
