package dev.emovox.evaluation;

import dev.emovox.domain.ValidationScores;
import java.util.List;

/**
 * How a stage of training went, epoch by epoch.
 *
 * @param stage name of the stage
 * @param epochs in their order
 * @param selected the epoch that the stage ended with, from 1
 */
public record LearningCurve(String stage, List<Epoch> epochs, int selected) {

  /**
   * What is known after an epoch; values that are no numbers leave a gap.
   *
   * @param trainingLoss mean over the epoch's clips
   * @param validation after the epoch
   */
  public record Epoch(double trainingLoss, ValidationScores validation) {}

  public LearningCurve {
    epochs = List.copyOf(epochs);
    if (epochs.isEmpty() || selected < 1 || selected > epochs.size()) {
      throw new IllegalArgumentException(
          "epoch %d selected of %d".formatted(selected, epochs.size()));
    }
  }
}
