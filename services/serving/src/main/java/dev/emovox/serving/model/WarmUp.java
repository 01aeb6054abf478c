package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.WorkFailedException;

/**
 * The last check before a model goes live: it must answer a synthetic clip sensibly. Running it a
 * few times also lets the virtual machine compile the path, so that the first request is not slow.
 */
final class WarmUp {
  private static final int ROUNDS = 5;

  /** A large network is warm after one round, and five would take long. */
  private static final long BUDGET_NANOS = 2_000_000_000;

  private static final int SAMPLE_RATE = 16_000;
  private static final double SECONDS = 3;
  private static final double TONE_HERTZ = 220;
  private static final double SUM_TOLERANCE = 1e-6;

  private WarmUp() {}

  /**
   * Predicts with {@code loaded} and checks the answers.
   *
   * @throws WorkFailedException if an answer is not a probability for each class
   */
  static void run(LoadedModel loaded) {
    AudioClip clip = tone();
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS && System.nanoTime() - start < BUDGET_NANOS; round++) {
      check(loaded, loaded.model().predict(clip).probabilities());
    }
  }

  /** A tone that swells, so that no feature is constant over the clip. */
  private static AudioClip tone() {
    float[] samples = new float[(int) (SAMPLE_RATE * SECONDS)];
    for (int i = 0; i < samples.length; i++) {
      double swell = 0.1 + 0.4 * i / samples.length;
      samples[i] = (float) (swell * Math.sin(2 * Math.PI * TONE_HERTZ * i / SAMPLE_RATE));
    }
    return new AudioClip(samples, SAMPLE_RATE);
  }

  private static void check(LoadedModel loaded, double[] probabilities) {
    int classes = loaded.model().labels().size();
    double sum = 0;
    boolean inRange = true;
    for (double probability : probabilities) {
      inRange &= probability >= 0 && probability <= 1;
      sum += probability;
    }
    if (probabilities.length != classes || !inRange || Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new WorkFailedException(
          "the model answered the warm-up clip with "
              + probabilities.length
              + " values that are not a probability for each of its "
              + classes
              + " classes; train it again or promote another version");
    }
  }
}
