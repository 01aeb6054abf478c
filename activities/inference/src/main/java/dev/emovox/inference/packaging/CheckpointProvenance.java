package dev.emovox.inference.packaging;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the weights of a network come from.
 *
 * @param base the checkpoint that was there before
 * @param fineTuning what was done to it; empty if the weights are its own
 * @param codeVersion version of the program that made the package
 */
public record CheckpointProvenance(
    BaseCheckpoint base, Optional<FineTuning> fineTuning, String codeVersion) {

  public CheckpointProvenance {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(fineTuning, "fine-tuning");
    Objects.requireNonNull(codeVersion, "code version");
  }
}
