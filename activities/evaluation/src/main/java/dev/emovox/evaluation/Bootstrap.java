package dev.emovox.evaluation;

/**
 * How confidence intervals are found: the percentile bootstrap over clips.
 *
 * @param resamples how many times the clips are drawn again
 * @param confidence share of the resampled values inside the interval, between 0 and 1
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double confidence, long seed) {

  public Bootstrap {
    if (resamples < 1 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "no interval follows from %d resamples and confidence %s"
              .formatted(resamples, confidence));
    }
  }

  /** 95 % intervals from a thousand resamples. */
  public static Bootstrap standard(long seed) {
    return new Bootstrap(1000, 0.95, seed);
  }
}
