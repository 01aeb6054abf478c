package dev.emovox.adapters.epochs;

import dev.emovox.adapters.network.StepRow;
import dev.emovox.finetuning.EpochPosition;
import java.util.List;

/**
 * How far an epoch is, beside weights and the optimiser's state.
 *
 * @param position in the epoch
 * @param steps all steps of the epoch so far, of earlier attempts too
 * @param seconds spent on these steps, by all attempts
 */
record MidEpoch(EpochPosition position, List<StepRow> steps, double seconds) {
  /** Nothing is done. */
  static final MidEpoch START = new MidEpoch(EpochPosition.START, List.of(), 0);

  MidEpoch {
    steps = List.copyOf(steps);
  }
}
