package dev.emovox.cli.benchmark.features;

import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.Outcome;

/**
 * What was found.
 *
 * @param clips how many clips each work has
 * @param soundSeconds how long they are together
 * @param threads of each side
 * @param times what each work took
 */
public record FeatureReport(int clips, double soundSeconds, int threads, BenchmarkReport times) {

  /**
   * Clips in a second of one core: by the processor's time, because what else the machine does
   * would weigh most on whoever is faster.
   */
  public double clipsPerSecond(Outcome outcome) {
    return clips / outcome.processorSeconds().median();
  }
}
