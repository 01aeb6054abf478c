package dev.emovox.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.schedule.ScheduleApplication;
import dev.emovox.cli.schedule.ScheduleApplication.Wanted;
import dev.emovox.cli.schedule.ScheduleChange;
import dev.emovox.cli.schedule.ScheduleChange.Kind;
import dev.emovox.cli.testing.Plans;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduleOverlap;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.schedules.ScheduleClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schedules on a real Temporal without any worker. */
class TemporalSchedulesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NIGHTLY = "30 2 1-7 */3 mon-fri,7";

  private static TestServers servers;
  private static TemporalSchedules schedules;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.TEMPORAL);
    schedules =
        new TemporalSchedules(
            servers.temporal(), Optional.of(URI.create("http://pages")), new NoStarts());
  }

  @AfterAll
  static void stop() {
    schedules.close();
    servers.close();
  }

  /** Nothing is remembered of any schedule. */
  private static final class NoStarts implements LastStarts {
    @Override
    public Optional<ScheduleOutcome> last(String scheduleId) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private static ScheduledRun calendar(String id, ScheduleOverlap overlap) {
    ScheduleRules rules =
        new ScheduleRules(NIGHTLY, "Europe/Berlin", 0, 0, overlap, 3600, 60, true);
    return new ScheduledRun(id, true, rules, Plans.recorded("", "experiment: small"));
  }

  private static ScheduledRun hourly(String id) {
    ScheduleRules rules =
        new ScheduleRules("", "UTC", 3600, 0, ScheduleOverlap.ALLOW_ALL, 3600, 0, false);
    return new ScheduledRun(id, false, rules, Plans.recorded("", "experiment: small"));
  }

  private static ScheduleChange apply(ScheduledRun run, boolean dryRun) {
    return new ScheduleApplication(schedules, dryRun)
        .apply(List.of(new Wanted(run, false, "a note")))
        .get(0);
  }

  /** Visibility lags behind the schedules themselves. */
  private static void await(Supplier<Boolean> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void applyCreatesThenChangesNothingThenUpdates() {
    ScheduledRun first = calendar("applied", ScheduleOverlap.SKIP);
    assertThat(apply(first, true).kind()).isEqualTo(Kind.CREATED);
    assertThat(schedules.find("applied")).isEmpty();
    assertThat(apply(first, false).kind()).isEqualTo(Kind.CREATED);
    assertThat(schedules.find("applied")).contains(first);
    assertThat(apply(first, false).kind()).isEqualTo(Kind.UNCHANGED);

    schedules.pause("applied", "a person's wish");
    ScheduledRun second = calendar("applied", ScheduleOverlap.BUFFER_ONE);
    assertThat(apply(second, true).differences())
        .containsExactly("rules.overlap: \"SKIP\" -> \"BUFFER_ONE\"");
    assertThat(schedules.find("applied")).contains(first);
    assertThat(apply(second, false).kind()).isEqualTo(Kind.UPDATED);
    assertThat(schedules.find("applied")).contains(second);
    assertThat(schedules.show("applied").paused()).isTrue();
    assertThat(schedules.show("applied").note()).isEqualTo("a person's wish");
  }

  @Test
  void aCalendarBecomesTimes() {
    schedules.create(calendar("timed", ScheduleOverlap.SKIP), false, "");

    await(() -> schedules.show("timed").next().isPresent());
    assertThat(schedules.show("timed").next().orElseThrow().atZone(ZoneId.of("Europe/Berlin")))
        .satisfies(
            next -> {
              assertThat(next.getHour()).isEqualTo(2);
              assertThat(next.getMinute()).isBetween(30, 31);
              assertThat(next.getDayOfMonth()).isLessThanOrEqualTo(7);
              assertThat(next.getMonthValue() % 3).isEqualTo(1);
            });
    assertThat(schedules.show("timed").link())
        .contains("http://pages/namespaces/default/schedules/timed");
  }

  @Test
  void pauseResumeTriggerBackfillAndDelete() {
    schedules.create(hourly("changed"), true, "not yet");
    assertThat(schedules.show("changed").paused()).isTrue();
    assertThat(schedules.show("changed").next()).isEmpty();
    assertThat(schedules.show("changed").note()).isEqualTo("not yet");
    schedules.resume("changed", "now");
    await(() -> schedules.show("changed").next().isPresent());
    assertThat(schedules.show("changed").going()).isEmpty();

    schedules.backfill(
        "changed", Instant.parse("2026-01-01T00:30:00Z"), Instant.parse("2026-01-01T01:30:00Z"));
    await(() -> started("schedule-changed-2026-01-01T01:00:00Z"));
    schedules.trigger("changed");
    // Temporal does not say which runs go on where any number of them may.
    await(() -> starts("changed") == 2);

    await(() -> schedules.ids().contains("changed"));
    schedules.delete("changed");
    await(() -> !schedules.ids().contains("changed"));
    assertThat(schedules.find("changed")).isEmpty();
  }

  private static long starts(String schedule) {
    try (TemporalConnection connection = TemporalConnection.open(servers.temporal())) {
      return ScheduleClient.newInstance(connection.client().getWorkflowServiceStubs())
          .getHandle(schedule)
          .describe()
          .getInfo()
          .getNumActions();
    }
  }

  private static boolean started(String workflowId) {
    try (TemporalConnection connection = TemporalConnection.open(servers.temporal())) {
      connection.client().newUntypedWorkflowStub(workflowId).describe();
      return true;
    } catch (WorkflowNotFoundException e) {
      return false;
    }
  }

  @Test
  void whatIsNotThereIsAWrongRequest() {
    assertThatThrownBy(() -> schedules.show("nobody")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> schedules.trigger("nobody")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> schedules.update(hourly("nobody")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("./emovox schedule list");
  }
}
