package dev.emovox.serving.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.contracts.DriftReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmPostTest {
  private final Temporal temporal = new Temporal();
  private final Counts counts = new Counts();
  private final AlarmPost post =
      new AlarmPost(
          temporal,
          new DriftReports(DriftUnderTest.RULE, Optional.empty()),
          counts,
          Duration.ofMillis(1));
  private DriftState alarm;

  private static final class Temporal implements DriftTold {
    final List<String> told = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    volatile boolean away;
    volatile boolean closed;

    @Override
    public void tell(String model, DriftReport report) {
      attempts.incrementAndGet();
      if (away) {
        throw new IllegalStateException("away");
      }
      told.add(model + " " + report.id());
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class Counts implements TellingListener {
    final AtomicInteger told = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger givenUp = new AtomicInteger();

    @Override
    public void told() {
      told.incrementAndGet();
    }

    @Override
    public void notTold(RuntimeException failure) {
      failures.incrementAndGet();
    }

    @Override
    public void givenUp() {
      givenUp.incrementAndGet();
    }
  }

  @BeforeEach
  void raise() {
    DriftUnderTest drift = new DriftUnderTest(true, 1000);
    drift.watcher.look();
    drift.windows(drift.serve("1"), 3, -20);
    alarm = drift.alarms.get(0);
  }

  @AfterEach
  void close() {
    post.close();
    assertThat(temporal.closed).isTrue();
  }

  @Test
  void tellsEachAlarmOnce() {
    assertThat(temporal.attempts).as("nothing is asked before there is an alarm").hasValue(0);
    post.raised(alarm);
    post.raised(alarm);
    await().until(() -> counts.told.get() == 2);
    assertThat(temporal.told).hasSize(2).doesNotHaveDuplicates();
    assertThat(temporal.told).allMatch(told -> told.startsWith("emovox "));
  }

  @Test
  void triesAgainWhileTemporalIsAway() {
    temporal.away = true;
    post.raised(alarm);
    await().until(() -> counts.failures.get() >= 3);
    temporal.away = false;
    await().until(() -> counts.told.get() == 1);
    assertThat(temporal.told).hasSize(1);
  }

  @Test
  void keepsTheNewestOfMany() {
    temporal.away = true;
    for (int i = 0; i < 20; i++) {
      post.raised(alarm);
    }
    assertThat(counts.givenUp).hasValue(4);
    temporal.away = false;
    await().until(() -> counts.told.get() >= 16);
    assertThat(temporal.told).doesNotHaveDuplicates();
  }
}
