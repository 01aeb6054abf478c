package dev.emovox.wav2vec2.training;

import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.List;

/**
 * One step of training: forward and backward passes over a few batches, whose gradients add up to
 * those of one large batch, then clipping and AdamW. Afterwards the parameters and AdamW's state
 * are all that is left of it in memory.
 *
 * <p>For one thread at a time.
 *
 * @param <B> a batch of examples
 */
public final class TrainingStep<B> {
  private final TorchKernels kernels;
  private final BackwardPass<B> pass;
  private final AdamW optimiser;
  private final GradientClipping clipping;

  /** A step that makes {@code objective} smaller. */
  public TrainingStep(
      TorchKernels kernels, Objective<B> objective, AdamW optimiser, GradientClipping clipping) {
    this(kernels, new RecordedPass<>(objective), optimiser, clipping);
  }

  /** A step that makes smaller what {@code pass} gives the gradients of. */
  public TrainingStep(
      TorchKernels kernels, BackwardPass<B> pass, AdamW optimiser, GradientClipping clipping) {
    this.kernels = kernels;
    this.pass = pass;
    this.optimiser = optimiser;
    this.clipping = clipping;
  }

  /**
   * Makes one step.
   *
   * @param batches what is learnt from, one forward and backward pass each
   * @param rateFactor what learning rates are multiplied by, as a schedule says
   * @throws WorkFailedException if the loss or its gradients are no numbers; nothing was changed
   */
  public StepReport run(List<WeightedBatch<B>> batches, double rateFactor) {
    return TensorScope.value(
        () -> {
          try (Gradients gradients = new Gradients(kernels)) {
            double loss = 0;
            for (WeightedBatch<B> batch : batches) {
              loss += pass.accumulate(batch, optimiser.parameters(), gradients);
            }
            return update(loss, gradients, rateFactor);
          }
        });
  }

  private StepReport update(double loss, Gradients gradients, double rateFactor) {
    double norm = gradients.norm();
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new WorkFailedException(
          ("Training diverged: the loss is %s, the norm of its gradients %s. Use a smaller learning"
                  + " rate or a longer warm-up, and look for clips without signal.")
              .formatted(loss, norm));
    }
    double divisor = clipping.divisor(norm);
    optimiser.update(gradients, rateFactor, divisor);
    return new StepReport(loss, norm, divisor > 1);
  }
}
