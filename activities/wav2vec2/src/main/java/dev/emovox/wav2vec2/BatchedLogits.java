package dev.emovox.wav2vec2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import java.util.Arrays;

/** Logits of any number of clips, a few at a time. Safe for use by several threads. */
record BatchedLogits(Parameters parameters, Wav2Vec2ForSequenceClassification model) {
  /** About half a minute of speech: enough to keep a processor busy, little enough for memory. */
  private static final long SAMPLES_AT_ONCE = 500_000;

  /**
   * One row for each clip, in their order.
   *
   * @throws WorkFailedException if one is not of numbers
   */
  double[][] of(WaveformBatch clips) {
    double[][] logits = new double[clips.size()][];
    for (int from = 0; from < logits.length; ) {
      int to = endOfBatch(clips, from);
      double[][] part = batch(clips.part(from, to));
      for (int i = 0; i < part.length; i++) {
        logits[from + i] = checked(part[i], from + i + 1);
      }
      from = to;
    }
    return logits;
  }

  private static double[] checked(double[] logits, int number) {
    if (!Arrays.stream(logits).allMatch(Double::isFinite)) {
      throw new WorkFailedException(
          ("The model gives no numbers for clip %d, but %s: its parameters are broken, or the clip's"
                  + " values are far from the range -1 to 1. If it was just trained, use a smaller"
                  + " learning rate or a longer warm-up.")
              .formatted(number, Arrays.toString(logits)));
    }
    return logits;
  }

  private static int endOfBatch(WaveformBatch clips, int from) {
    int to = from;
    long samples = 0;
    do {
      samples += clips.samples(to);
      to++;
    } while (to < clips.size() && samples + clips.samples(to) <= SAMPLES_AT_ONCE);
    return to;
  }

  @SuppressWarnings("try") // gradients stay off as long as the block
  private double[][] batch(WaveformBatch batch) {
    try (GradientMode off = GradientMode.off();
        NDManager manager = parameters.newManager()) {
      return TensorScope.value(
          () -> rows(model.forward(batch, ForwardSettings.inference(), manager).logits()));
    }
  }

  private static double[][] rows(NDArray logits) {
    float[] values = logits.toFloatArray();
    int classes = (int) logits.getShape().get(1);
    double[][] rows = new double[values.length / classes][classes];
    for (int i = 0; i < values.length; i++) {
      rows[i / classes][i % classes] = values[i];
    }
    return rows;
  }
}
