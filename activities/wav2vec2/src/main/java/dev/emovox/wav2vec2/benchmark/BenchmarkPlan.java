package dev.emovox.wav2vec2.benchmark;

import dev.emovox.wav2vec2.engine.ComputeDevice;

/**
 * What a benchmark does.
 *
 * @param size which architecture
 * @param clips how many clips a batch has
 * @param seconds how long each clip is
 * @param rounds how often each work is timed on each side, after one round that is not counted
 * @param threads for the work inside one operation, on both sides
 * @param frozenEncoder whether the convolutions are left out of training
 * @param device where both sides compute
 */
public record BenchmarkPlan(
    ModelSize size,
    int clips,
    double seconds,
    int rounds,
    int threads,
    boolean frozenEncoder,
    ComputeDevice device) {
  private static final int MOST = 1000;

  public BenchmarkPlan {
    check("clips", clips, MOST);
    check("seconds", seconds, MOST);
    check("rounds", rounds, MOST);
    check("threads", threads, MOST);
    if (seconds < 0.1) {
      throw new IllegalArgumentException("seconds: " + seconds);
    }
  }

  private static void check(String name, double value, double most) {
    if (!(value > 0 && value <= most)) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }

  /** Samples of each clip. */
  int samples() {
    return (int) Math.round(seconds * size.preprocessor().samplingRate());
  }
}
