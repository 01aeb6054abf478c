package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LimitedTimeTest {
  private static final LimitedTime LONG = new LimitedTime(Duration.ofSeconds(20));

  @Test
  void workThatIsDoneInTimeIsDone() throws Exception {
    AtomicBoolean done = new AtomicBoolean();

    LONG.run("work", () -> done.set(true));

    assertThat(done).isTrue();
  }

  @Test
  void workThatTakesTooLongIsInterruptedAndNotWaitedFor() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                new LimitedTime(Duration.ofMillis(50))
                    .run(
                        "work",
                        () -> {
                          try {
                            never.await();
                          } catch (InterruptedException e) {
                            interrupted.countDown();
                          }
                        }))
        .isInstanceOf(TimeoutException.class);
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatWorkFailedOfIsTheCause() {
    IllegalStateException failure = new IllegalStateException("no room");

    assertThatThrownBy(
            () ->
                LONG.run(
                    "work",
                    () -> {
                      throw failure;
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasCause(failure);
  }
}
