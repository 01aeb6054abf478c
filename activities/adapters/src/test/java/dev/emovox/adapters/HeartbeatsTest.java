package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  @Test
  void theBeatGoesOnWhileTheWorkDoes() {
    CountDownLatch beats = new CountDownLatch(2);
    TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    try (Heartbeats heartbeats = new Heartbeats()) {
      environment.setActivityHeartbeatListener(Void.class, none -> beats.countDown());
      environment.registerActivitiesImplementations(
          (Waiting) () -> heartbeats.during(() -> awaited(beats)));
      Waiting activity =
          environment.newActivityStub(
              Waiting.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofMinutes(1))
                  .setHeartbeatTimeout(Duration.ofMillis(200))
                  .build());

      assertThat(activity.untilBeaten()).isEqualTo("done");
    } finally {
      environment.close();
    }
  }

  private static String awaited(CountDownLatch beats) {
    try {
      beats.await();
      return "done";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Ends when it has been heard twice. */
  @ActivityInterface
  public interface Waiting {
    String untilBeaten();
  }
}
