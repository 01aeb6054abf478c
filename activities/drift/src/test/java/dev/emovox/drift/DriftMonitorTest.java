package dev.emovox.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftMonitorTest {
  private static final int WINDOW = 200;
  private static final Hysteresis HYSTERESIS = new Hysteresis(0.25, 0.1, 3);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DriftRule RULE = new DriftRule(WINDOW, HOUR, 0.001, HYSTERESIS);
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final References clips = new References(7);
  private final List<Observation> made = clips.clips(500, -25);
  private final DriftMonitor monitor = new DriftMonitor(References.reference(made), RULE);

  private List<DriftMonitor.Result> windows(int number, double level) {
    List<DriftMonitor.Result> results = new ArrayList<>();
    for (Observation clip : clips.clips(number * WINDOW, level)) {
      monitor.add(clip, NOW).ifPresent(results::add);
    }
    assertThat(results).hasSize(number);
    return results;
  }

  @Test
  void isQuietOnTheSameDistribution() {
    List<DriftMonitor.Result> windows = windows(200, -25);
    assertThat(windows).noneMatch(result -> result.alarm().raised());
    assertThat(windows)
        .as("windows that would count for an alarm")
        .noneMatch(result -> result.window().largest(0.001) >= 0.25);
  }

  @Test
  void raisesOnceAfterThreeWindowsAndTakesBackOnceAfterThree() {
    List<DriftMonitor.Result> quieter = windows(6, -45);
    assertThat(quieter.stream().map(result -> result.alarm().raised()))
        .containsExactly(false, false, true, true, true, true);
    assertThat(quieter.stream().map(DriftMonitor.Result::changed))
        .containsExactly(false, false, true, false, false, false);
    Shift level = quieter.get(0).window().shifts().get(0);
    assertThat(level.quantity()).isEqualTo("level");
    assertThat(level.stability()).isGreaterThan(1);
    assertThat(level.distance()).isGreaterThan(0.9);
    assertThat(level.probability()).isLessThan(1e-6);
    assertThat(level.reference() - level.window()).isBetween(18.0, 22.0);

    List<DriftMonitor.Result> back = windows(4, -25);
    assertThat(back.stream().map(DriftMonitor.Result::changed))
        .containsExactly(false, false, true, false);
  }

  @Test
  void oneOddWindowDoesNotRaise() {
    windows(2, -40);
    windows(1, -25);
    assertThat(windows(2, -40)).noneMatch(result -> result.alarm().raised());
  }

  @Test
  void aModelThatSaysOneThingOnlyHasDrifted() {
    Optional<DriftMonitor.Result> full = Optional.empty();
    for (Observation clip : clips.clips(WINDOW, -25)) {
      Verdict verdict = clip.verdict();
      full =
          monitor.add(
              new Observation(
                  clip.sound(), new Verdict(2, verdict.confidence(), verdict.entropy())),
              NOW);
    }
    DriftWindow window = full.orElseThrow().window();
    Shift label = window.shifts().get(6);
    assertThat(label.quantity()).isEqualTo(Shift.LABEL);
    assertThat(label.distance()).isBetween(0.6, 0.9);
    assertThat(label.probability()).isLessThan(1e-20);
    assertThat(window.largest(0.001)).isGreaterThan(1);
    assertThat(window.shifts().subList(0, 6)).noneMatch(shift -> shift.isSignificant(0.001));
  }

  /** A forest of few trees knows few probabilities. */
  @Test
  void probabilitiesThatManyClipsShareAreNoDrift() {
    List<Observation> thirds =
        clips.clips(600, -25).stream()
            .map(
                clip -> {
                  double share = 1 / 3.0 + clip.verdict().label() / 7.0;
                  return new Observation(clip.sound(), Verdict.of(share, 1 - share, 0, 0));
                })
            .toList();
    DriftWindow window =
        DriftWindow.of(References.reference(thirds.subList(0, 400)), thirds.subList(400, 600));
    assertThat(window.largest(0.001)).isZero();
  }

  @Test
  void timeEndsAWindowThatHasEnoughClips() {
    clips.clips(49, -25).forEach(clip -> assertThat(monitor.add(clip, NOW)).isEmpty());
    assertThat(monitor.look(NOW.plus(HOUR))).isEmpty();
    assertThat(monitor.filled()).isEqualTo(49);
    assertThat(monitor.add(clips.clip(-25), NOW.plus(HOUR).minusMillis(1))).isEmpty();
    DriftMonitor.Result ended = monitor.look(NOW.plus(HOUR)).orElseThrow();
    assertThat(ended.window().clips()).isEqualTo(50);
    assertThat(monitor.filled()).isZero();
    assertThat(monitor.look(NOW.plus(HOUR))).isEmpty();
  }

  @Test
  void betweenTheBoundsNothingChanges() {
    DriftAlarm alarm = DriftAlarm.quiet();
    for (double measure : new double[] {0.3, 0.2, 0.3, 0.3, 0.05}) {
      alarm = alarm.after(measure, HYSTERESIS);
      assertThat(alarm.raised()).isFalse();
    }
    for (double measure : new double[] {0.25, 0.25, 0.25, 0.2, 0.05, 0.05, 0.11, 0.05, 0.1}) {
      alarm = alarm.after(measure, HYSTERESIS);
    }
    assertThat(alarm).isEqualTo(new DriftAlarm(true, 2));
    assertThat(alarm.after(0, HYSTERESIS)).isEqualTo(new DriftAlarm(false, 0));
  }

  @Test
  void refusesAClassThatTheModelHasNotAndLosesNothing() {
    windows(1, -25);
    Observation foreign = new Observation(made.get(0).sound(), new Verdict(4, 0.5, 1));
    assertThatThrownBy(() -> monitor.add(foreign, NOW)).isInstanceOf(InvalidInputException.class);
    assertThat(windows(1, -25)).hasSize(1);
  }

  @Test
  void refusesRulesThatAreNone() {
    assertThatThrownBy(() -> new Hysteresis(0.1, 0.1, 3)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new Hysteresis(0.2, 0.1, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new DriftRule(49, HOUR, 0.01, HYSTERESIS))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new DriftRule(50, Duration.ZERO, 0.01, HYSTERESIS))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> PopulationStability.of(new long[] {1}, new long[] {1, 2}))
        .isInstanceOf(InvalidInputException.class);
  }
}
