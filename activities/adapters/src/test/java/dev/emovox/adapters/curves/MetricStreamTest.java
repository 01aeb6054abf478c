package dev.emovox.adapters.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.tracking.MlflowTracking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Servers that are not there, or never answer; real ones are in the integration test. */
class MetricStreamTest {
  private static final StreamLimits IMPATIENT =
      new StreamLimits(
          Duration.ofMillis(5),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          100);

  private static void show(int port, int steps) {
    MlflowEndpoint endpoint =
        new MlflowEndpoint(URI.create("http://127.0.0.1:" + port), new MlflowCredentials.None());
    try (MlflowTracking tracking = new MlflowTracking(endpoint);
        StepMetrics.Stream stream =
            new MlflowStepMetrics(tracking, Clock.systemUTC(), IMPATIENT)
                .open(new TrackedRun("1", "run", "http://127.0.0.1/"))) {
      SampleEpochs.steps(1, steps).forEach(step -> stream.add(step, 30));
    }
  }

  @Test
  void aServerThatIsNotThereHurtsNobody() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThatCode(() -> show(port, 10_000)).doesNotThrowAnyException();
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();

      show(silent.getLocalPort(), 10_000);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void somethingElseThanMlflowEndsTheShowQuietly() throws IOException {
    try (FixedAnswer other = FixedAnswer.of(404, "not found")) {
      assertThatCode(() -> show(other.port(), 10)).doesNotThrowAnyException();
      assertThat(other.requests()).isEqualTo(1);
    }
  }
}
