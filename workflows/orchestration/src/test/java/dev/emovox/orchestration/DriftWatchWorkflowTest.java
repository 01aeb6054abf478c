package dev.emovox.orchestration;

import static dev.emovox.orchestration.DriftWatchUnderTest.NIGHTLY;
import static dev.emovox.orchestration.DriftWatchUnderTest.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.DriftEntry;
import dev.emovox.contracts.DriftHistory;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftResponse.Action;
import dev.emovox.contracts.DriftRetraining;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DriftWatchWorkflowTest {
  private final DriftWatchUnderTest watch =
      new DriftWatchUnderTest(TestWorkflowEnvironment.newInstance());

  @AfterEach
  void close() {
    watch.close();
  }

  private static List<Action> actions(List<DriftEntry> alarms) {
    return alarms.stream().map(alarm -> alarm.response().action()).toList();
  }

  @Test
  void takesNoteOfAlarmsThatAskForNothing() throws InterruptedException {
    DriftReport report = alarm("a", null);
    watch.report(report);
    DriftEntry noted = watch.alarms(1).get(0);
    assertThat(noted.report()).isEqualTo(report);
    assertThat(noted.response().action()).isEqualTo(Action.NOTED);
    assertThat(watch.activities.fired).isEmpty();
  }

  @Test
  void firesOnceUntilThePauseIsOver() throws InterruptedException {
    watch.report(alarm("a", NIGHTLY));
    watch.alarms(1);
    watch.report(alarm("b", NIGHTLY));
    assertThat(actions(watch.alarms(2))).containsExactly(Action.RETRAINING, Action.WAITING);
    assertThat(watch.alarms(2).get(1).response().reason()).contains("nightly", "before");

    watch.environment.sleep(Duration.ofSeconds(NIGHTLY.pauseSeconds() + 60));
    watch.report(alarm("c", NIGHTLY));
    assertThat(actions(watch.alarms(3)))
        .containsExactly(Action.RETRAINING, Action.WAITING, Action.RETRAINING);
    assertThat(watch.activities.fired).containsExactly("nightly for a", "nightly for c");
  }

  @Test
  void anAlarmThatIsToldTwiceCountsOnce() throws InterruptedException {
    watch.report(alarm("a", NIGHTLY));
    watch.report(alarm("a", NIGHTLY));
    watch.report(alarm("b", null));
    assertThat(actions(watch.alarms(2))).containsExactly(Action.RETRAINING, Action.NOTED);
    assertThat(watch.activities.fired).containsExactly("nightly for a");
  }

  @Test
  void whatWasRefusedDoesNotBeginThePause() throws InterruptedException {
    watch.report(alarm("a", new DriftRetraining(FakeDrift.PAUSED, 3600)));
    watch.alarms(1);
    watch.report(alarm("b", NIGHTLY));
    assertThat(actions(watch.alarms(2))).containsExactly(Action.REFUSED, Action.RETRAINING);
  }

  @Test
  void neitherHistoryNorMemoryGrowsWithoutEnd() throws InterruptedException {
    watch.report(alarm("first", NIGHTLY));
    watch.alarms(1);
    for (int i = 0; i < 230; i++) {
      watch.report(alarm("alarm " + i, NIGHTLY));
    }
    DriftHistory history =
        watch.await(
            seen ->
                seen.alarms().stream().anyMatch(alarm -> alarm.report().id().equals("alarm 229")));
    assertThat(history.alarms()).hasSize(50);
    assertThat(history.alarms().get(0).report().id()).isEqualTo("alarm 180");
    assertThat(history.retrainedAtMillis()).as("carried on").isPositive();
    assertThat(watch.activities.fired).containsExactly("nightly for first");
    assertThat(
            watch
                .environment
                .getWorkflowClient()
                .fetchHistory(DriftWatchUnderTest.ID)
                .getEvents()
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getContinuedExecutionRunId())
        .as("a later run")
        .isNotEmpty();
  }
}
