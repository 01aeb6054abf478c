package dev.emovox.serving.drift;

import static dev.emovox.serving.drift.DriftUnderTest.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftRetraining;
import dev.emovox.contracts.DriftedQuantity;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.prediction.Question;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftWatcherTest {
  private final DriftUnderTest drift = new DriftUnderTest(true, 1000);

  @Test
  void clipsLikeThoseOfTheReferenceRaiseNoAlarm() {
    LiveModel live = drift.serve("1");
    drift.watcher.look();
    drift.windows(live, 200, 0);
    assertThat(drift.watcher.state().windows()).isEqualTo(200);
    assertThat(drift.recorded.windows).isEqualTo(200);
    assertThat(drift.alarms).isEmpty();
  }

  @Test
  void softClipsRaiseOneAlarmThatEndsWithThem() {
    LiveModel live = drift.serve("1");
    drift.watcher.look();
    drift.windows(live, 6, -20);
    assertThat(drift.alarms).hasSize(1);
    assertThat(drift.watcher.state().alarm().raised()).isTrue();
    assertThat(drift.watcher.state().since()).contains(DriftUnderTest.NOW);

    drift.windows(live, 2, 0);
    assertThat(drift.watcher.state().alarm().raised()).isFalse();
    drift.windows(live, 2, -20);
    assertThat(drift.alarms).as("raised again").hasSize(2);
  }

  @Test
  void theReportSaysWhatMovedAndByHowMuch() {
    LiveModel live = drift.serve("7");
    drift.watcher.look();
    drift.windows(live, 2, -20);
    Optional<DriftRetraining> wish = Optional.of(new DriftRetraining("nightly", 60));
    DriftReport report = new DriftReports(DriftUnderTest.RULE, wish).of(drift.alarms.get(0));
    assertThat(report.version()).isEqualTo("7");
    assertThat(report.digest()).isEqualTo(live.identity().digest().toString());
    assertThat(report.raisedAtMillis()).isEqualTo(DriftUnderTest.NOW.toEpochMilli());
    assertThat(report.retraining()).isEqualTo(wish);
    DriftedQuantity level = report.shifts().get(0);
    assertThat(level.quantity()).isEqualTo("level");
    assertThat(level.reference().orElseThrow() - level.window().orElseThrow())
        .isBetween(18.0, 22.0);
    assertThat(report.shifts()).hasSize(1);
  }

  @Test
  void aNewModelBeginsAnew() {
    LiveModel first = drift.serve("1");
    drift.watcher.look();
    drift.windows(first, 2, -20);
    LiveModel second = drift.serve("2");
    drift.ask(first, WINDOW, -20);
    drift.ask(second, 10, -20);
    drift.watcher.look();
    assertThat(drift.watcher.state().alarm().raised()).isFalse();
    assertThat(drift.watcher.state().windows()).isZero();
    assertThat(drift.watcher.state().filled()).isEqualTo(10);
    assertThat(drift.watcher.state().last()).isEmpty();
  }

  @Test
  void leavesOutStreamsAndChallengersAndModelsWithoutAReference() {
    LiveModel live = drift.serve("1");
    drift.watcher.look();
    LiveModel challenger =
        DriftUnderTest.live(ModelRole.CHALLENGER, "2", Optional.of(DriftUnderTest.reference()));
    drift.ask(challenger, 5, 0);
    drift.ask(
        Question.stretch(() -> new byte[0], Duration.ofSeconds(1)), live, new Clips(3).next(0));
    drift.watcher.look();
    assertThat(drift.watcher.state().filled()).isZero();

    LiveModel silent = DriftUnderTest.live(ModelRole.CHAMPION, "3", Optional.empty());
    drift.champion.swap(silent);
    drift.ask(silent, WINDOW, 0);
    drift.watcher.look();
    assertThat(drift.watcher.state().reference()).isEmpty();
    assertThat(drift.watcher.state().windows()).isZero();
    assertThat(drift.recorded.failures).isEmpty();
  }

  @Test
  void whatFindsNoRoomIsCounted() {
    DriftUnderTest small = new DriftUnderTest(true, 3);
    small.ask(small.serve("1"), 5, 0);
    assertThat(small.recorded.lost).isEqualTo(2);
    small.watcher.look();
    assertThat(small.watcher.state().filled()).isEqualTo(3);
  }

  @Test
  void observesNothingIfItIsOff() {
    DriftUnderTest off = new DriftUnderTest(false, 1);
    off.ask(off.serve("1"), 5, 0);
    assertThat(off.recorded.lost).isZero();
    assertThat(DriftDocument.of(off.watcher.state(), off.watcher.settings()).state())
        .isEqualTo("off");
  }
}
