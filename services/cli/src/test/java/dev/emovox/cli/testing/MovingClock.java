package dev.emovox.cli.testing;

import dev.emovox.cli.run.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when somebody pauses. */
public final class MovingClock extends Clock implements Pause {
  private Instant now;

  public MovingClock(Instant now) {
    this.now = now;
  }

  @Override
  public void of(Duration length) {
    now = now.plus(length);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
