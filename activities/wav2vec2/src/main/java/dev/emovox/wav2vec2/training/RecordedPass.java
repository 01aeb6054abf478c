package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TensorScope;
import java.util.SortedMap;

/**
 * Records the whole forward pass and differentiates it at once.
 *
 * @param <B> a batch of examples
 * @param objective what is differentiated
 */
public record RecordedPass<B>(Objective<B> objective) implements BackwardPass<B> {

  @Override
  @SuppressWarnings("try") // the recording lasts as long as the block
  public double accumulate(
      WeightedBatch<B> batch, SortedMap<String, NDArray> parameters, Gradients gradients) {
    try (GradientMode recording = GradientMode.on();
        NDArray loss = TensorScope.result(() -> weightedLoss(batch))) {
      gradients.add(loss, parameters);
      return loss.getFloat();
    }
  }

  private NDArray weightedLoss(WeightedBatch<B> batch) {
    return batch.weighted(objective.loss(batch.batch(), batch.seed()));
  }
}
