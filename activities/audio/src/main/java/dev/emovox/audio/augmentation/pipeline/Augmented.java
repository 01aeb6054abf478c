package dev.emovox.audio.augmentation.pipeline;

import dev.emovox.domain.AugmentationStep;
import java.util.List;

/**
 * A clip that went through a pipeline.
 *
 * @param waveform its samples
 * @param steps what was done, in order, each with the one strength that was drawn
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers, passed on and never compared.
public record Augmented(float[] waveform, List<AugmentationStep> steps) {
  public Augmented {
    steps = List.copyOf(steps);
  }
}
