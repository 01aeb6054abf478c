package dev.emovox.finetuning;

import dev.emovox.wav2vec2.SpeechTraining;

/** Who watches an epoch and may end it early. Called by the training thread, between steps. */
public interface EpochControl {

  /** Told of every step. */
  void stepDone(StepProgress progress);

  /**
   * Called after every step but the epoch's last. May save: position, weights and the optimiser's
   * state belong together until it returns, and change afterwards.
   */
  void between(EpochPosition position, SpeechTraining network);

  /** Whether to end before the next step; asked before each. */
  boolean stopRequested();
}
