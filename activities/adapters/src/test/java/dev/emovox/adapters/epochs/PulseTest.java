package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityNotExistsException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Duration PERIOD = Duration.ofMillis(5);
  private static final int PATIENCE_SECONDS = 30;

  private final Semaphore beats = new Semaphore(0);

  @Test
  void beatsWhileTheWorkMayTakeItsTimeAndFallsSilentAfterwards() throws InterruptedException {
    try (Pulse pulse = new Pulse(beats::release, () -> false, PERIOD)) {
      assertThat(beats.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

      pulse.allow(Duration.ZERO);
      // At most one was under way.
      boolean unused = beats.tryAcquire(1, 10 * PERIOD.toMillis(), TimeUnit.MILLISECONDS);
      beats.drainPermits();
      assertThat(beats.tryAcquire(20 * PERIOD.toMillis(), TimeUnit.MILLISECONDS)).isFalse();

      pulse.allow(Duration.ofMinutes(1));
      assertThat(beats.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void cancellationIsLearntFromABeat() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    Runnable beat =
        () -> {
          asked.countDown();
          throw new ActivityCanceledException();
        };
    try (Pulse pulse = new Pulse(beat, () -> false, PERIOD)) {
      assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

      assertThat(pulse.stopRequested()).isTrue();
      assertThat(pulse.isAbandoned()).isFalse();
      assertThatThrownBy(pulse::throwIfStopped).isInstanceOf(ActivityCanceledException.class);
    }
  }

  @Test
  void workThatAnotherAttemptHasIsAbandoned() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    Runnable beat =
        () -> {
          asked.countDown();
          throw new ActivityNotExistsException(null);
        };
    try (Pulse pulse = new Pulse(beat, () -> false, PERIOD)) {
      assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(pulse.isAbandoned()).isTrue();
    }
  }

  @Test
  void troubleWithBeatsIsNoReasonToStop() throws InterruptedException {
    Runnable beat =
        () -> {
          beats.release();
          throw new IllegalStateException("Temporal is away");
        };
    try (Pulse pulse = new Pulse(beat, () -> false, PERIOD)) {
      assertThat(beats.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      pulse.throwIfStopped();
    }
  }

  @Test
  void aProcessThatEndsStopsTheWork() {
    AtomicBoolean draining = new AtomicBoolean();
    try (Pulse pulse = new Pulse(beats::release, draining::get, PERIOD)) {
      assertThat(pulse.stopRequested()).isFalse();
      draining.set(true);
      assertThat(pulse.stopRequested()).isTrue();
      assertThatThrownBy(pulse::throwIfStopped).isInstanceOf(CancellationException.class);
    }
  }
}
