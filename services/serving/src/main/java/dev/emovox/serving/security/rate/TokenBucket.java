package dev.emovox.serving.security.rate;

/**
 * A bucket that holds tokens, fills steadily and loses one with each request. Not safe for use by
 * several threads.
 */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Rate rate;
  private double tokens;
  private long filled;

  /** A full bucket. */
  TokenBucket(Rate rate, long nanos) {
    this.rate = rate;
    this.tokens = rate.burst();
    this.filled = nanos;
  }

  /**
   * Takes a token if there is one.
   *
   * @param nanos the time, of a clock that never goes back
   * @return 0 if there was one, else the seconds until there will be
   */
  double take(long nanos) {
    double elapsed = Math.max(0, nanos - filled) / NANOS_PER_SECOND;
    tokens = Math.min(rate.burst(), tokens + elapsed * rate.perSecond());
    filled = Math.max(filled, nanos);
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return (1 - tokens) / rate.perSecond();
  }
}
