package dev.emovox.serving.security.rate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket for each caller. The table is bounded: when it is full, whoever has not asked for
 * longest is forgotten, which gives him a full bucket when he comes back; the price of a flood is
 * then a burst for each address that takes part in it, never memory.
 *
 * <p>Safe for use by several threads.
 */
public final class RateLimits {
  private static final float LOAD = 0.75f;

  private final Rate rate;
  private final Map<String, TokenBucket> buckets;

  /**
   * Limits without any caller yet.
   *
   * @param most callers that are remembered
   */
  public RateLimits(Rate rate, int most) {
    this.rate = rate;
    this.buckets =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Counts a request.
   *
   * @param caller a key's id or an address
   * @param nanos the time, of a clock that never goes back
   * @return 0 if it may pass, else the seconds after which the next may
   */
  public synchronized double take(String caller, long nanos) {
    return buckets.computeIfAbsent(caller, who -> new TokenBucket(rate, nanos)).take(nanos);
  }

  /** Callers that are remembered. */
  synchronized int size() {
    return buckets.size();
  }
}
