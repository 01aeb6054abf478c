package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.StageProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestionReporterTest {
  private final List<Integer> heartbeats = new ArrayList<>();
  private final List<StageProgress> signals = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private final IngestionReporter reporter =
      new IngestionReporter(heartbeats::add, signals::add, clock);

  @Test
  void everyFileIsAHeartbeatButNotASignal() {
    for (int done = 1; done <= 10; done++) {
      reporter.advanced(done, 10);
    }

    assertThat(heartbeats).hasSize(10);
    assertThat(signals).containsExactly(new StageProgress("ingestion", 0, 1, 10));
  }

  @Test
  void aDayOfIngestionSendsAFewHundredSignals() {
    for (int second = 0; second < Duration.ofDays(1).toSeconds(); second++) {
      clock.now = clock.now.plusSeconds(1);
      reporter.advanced(second, 100_000);
    }

    assertThat(signals).hasSizeBetween(100, 600);
  }

  /** A clock that is set by hand. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

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
}
