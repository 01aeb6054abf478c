package dev.emovox.adapters.epochs;

import java.util.function.LongConsumer;

/** A sign of life for each batch that is scored, after each of which the work may be stopped. */
final class BatchPulse implements LongConsumer {
  private static final double NANOS = 1e9;

  private final Pulse pulse;
  private final StepAllowance allowance = new StepAllowance();
  private long last = System.nanoTime();

  BatchPulse(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public void accept(long clips) {
    long now = System.nanoTime();
    pulse.allow(allowance.after((now - last) / NANOS));
    last = now;
    pulse.throwIfStopped();
  }
}
