package dev.emovox.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.TemporalEndpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs on a real Temporal without any worker. */
class TemporalRunsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TestServers servers;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.TEMPORAL);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static TemporalRuns runs(TemporalEndpoint endpoint) {
    return new TemporalRuns(endpoint, Optional.of(URI.create("http://pages")), Clock.systemUTC());
  }

  private static ExperimentPlan plan(String runId) {
    return new ExperimentPlan(
        runId,
        "small",
        1,
        List.of("/data"),
        List.of(),
        List.of(),
        List.of(FeatureSettings.paper()),
        10,
        List.of(),
        List.of(),
        new RegistrationPlan("emovox", "random"),
        "experiment: small");
  }

  /** Visibility lags a little behind the workflows themselves. */
  private static List<RunSummary> listed(TemporalRuns runs, String experiment) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<RunSummary> found = runs.list(Optional.of(experiment), 10);
    while (found.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      found = runs.list(Optional.of(experiment), 10);
    }
    return found;
  }

  @Test
  void aRunWaitsForAWorkerIsListedAndCanBeCancelled() {
    String id = "small-20260131-142501-0001";
    try (TemporalRuns runs = runs(servers.temporal())) {
      runs.start(plan(id));
      assertThat(listed(runs, "small"))
          .singleElement()
          .satisfies(
              run -> {
                assertThat(run.id()).isEqualTo(id);
                assertThat(run.experiment()).isEqualTo("small");
                assertThat(run.status()).isEqualTo(RunState.RUNNING);
              });
      assertThat(runs.list(Optional.of("sma"), 10)).isEmpty();
      assertThatThrownBy(() -> runs.status(id))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessageContaining("No worker answers");
      assertThat(runs.plan(id)).isEqualTo(plan(id));
      assertThat(runs.link(id)).hasValueSatisfying(link -> assertThat(link).endsWith(id));
      runs.cancel(id);
    }
  }

  @Test
  void aRunThatWasTerminatedIsCancelledAlthoughNoWorkerCanTellOfIt() {
    String id = "cut-20260131-142501-0002";
    try (TemporalRuns runs = runs(servers.temporal());
        TemporalConnection connection = TemporalConnection.open(servers.temporal())) {
      runs.start(plan(id));
      connection.client().newUntypedWorkflowStub(id).terminate("enough");

      RunStatus status = runs.status(id);

      assertThat(status.state()).isEqualTo(RunState.CANCELLED);
      assertThat(status.error()).contains("terminated");
      assertThat(status.startedAtMillis()).isPositive();
      assertThat(status.seconds()).isBetween(0.0, 60.0);
    }
  }

  @Test
  void aRunThatIsNotThereIsAWrongRequest() {
    try (TemporalRuns runs = runs(servers.temporal())) {
      assertThatThrownBy(() -> runs.status("nope")).isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> runs.plan("nope")).isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> runs.cancel("nope")).isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void aServerThatIsAwayAndANamespaceThatIsNotThereAreTold() {
    TemporalEndpoint away = new TemporalEndpoint("127.0.0.1:1", "default", Optional.empty());
    assertThatThrownBy(() -> runs(away))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("./emovox up");
    TemporalEndpoint strange =
        new TemporalEndpoint(servers.temporal().address(), "nowhere", Optional.empty());
    try (TemporalRuns runs = runs(strange)) {
      assertThatThrownBy(() -> runs.list(Optional.empty(), 1))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("EMOVOX_TEMPORAL_NAMESPACE");
    }
  }
}
