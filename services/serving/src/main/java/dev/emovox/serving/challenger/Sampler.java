package dev.emovox.serving.challenger;

import java.util.concurrent.atomic.AtomicLong;

/** Takes an exact share of a sequence, evenly and without chance. Safe for several threads. */
final class Sampler {
  private final double share;
  private final AtomicLong number = new AtomicLong();

  Sampler(double share) {
    this.share = share;
  }

  /** Whether the next one is taken. */
  boolean next() {
    long before = number.getAndIncrement();
    return Math.floor((before + 1) * share) > Math.floor(before * share);
  }
}
