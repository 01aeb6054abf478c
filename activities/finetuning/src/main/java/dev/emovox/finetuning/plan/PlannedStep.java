package dev.emovox.finetuning.plan;

import java.util.List;

/**
 * One step of the optimiser.
 *
 * @param index in the epoch, from 0
 * @param seed of everything random in it
 * @param batches clips of each forward pass, one pass and one clip at least
 */
public record PlannedStep(int index, long seed, List<List<TrainingClip>> batches) {
  public PlannedStep {
    batches = batches.stream().map(List::copyOf).toList();
  }

  /** How many clips the step learns from. */
  public int clips() {
    return batches.stream().mapToInt(List::size).sum();
  }
}
