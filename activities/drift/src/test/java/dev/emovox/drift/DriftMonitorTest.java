package dev.emovox.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftMonitorTest {
  private static final int WINDOW = 200;
  private static final Hysteresis RULE = new Hysteresis(0.25, 0.1, 3);

  private final Random random = new Random(7);
  private final DriftMonitor monitor =
      new DriftMonitor(
          new Observations(clips(2000, -25), 4), new DriftMonitor.Rule(WINDOW, 0.01, RULE));

  private List<Observation> clips(int number, double level) {
    return IntStream.range(0, number).mapToObj(i -> clip(level)).toList();
  }

  private Observation clip(double level) {
    double confidence = 0.4 + 0.6 * random.nextDouble();
    return new Observation(
        level + 4 * random.nextGaussian(),
        1 + 3 * random.nextDouble(),
        random.nextInt(4),
        confidence,
        1.3 * (1 - confidence));
  }

  private List<DriftMonitor.Result> windows(int number, double level) {
    List<DriftMonitor.Result> results = new ArrayList<>();
    for (Observation clip : clips(number * WINDOW, level)) {
      monitor.add(clip).ifPresent(results::add);
    }
    assertThat(results).hasSize(number);
    return results;
  }

  @Test
  void isQuietOnTheSameDistribution() {
    assertThat(windows(50, -25)).noneMatch(result -> result.alarm().raised());
  }

  @Test
  void raisesOnceAfterThreeWindowsAndTakesBackOnceAfterThree() {
    List<DriftMonitor.Result> quieter = windows(6, -40);
    assertThat(quieter.stream().map(result -> result.alarm().raised()))
        .containsExactly(false, false, true, true, true, true);
    assertThat(quieter.stream().map(DriftMonitor.Result::changed))
        .containsExactly(false, false, true, false, false, false);
    Shift level = quieter.get(0).comparison().shifts().get(0);
    assertThat(level.quantity()).isEqualTo("level");
    assertThat(level.stability()).isGreaterThan(1);
    assertThat(level.probability()).isLessThan(1e-6);

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
    for (int i = 0; i < WINDOW; i++) {
      Observation clip = clip(-25);
      full =
          monitor.add(
              new Observation(
                  clip.levelDecibels(), clip.seconds(), 2, clip.confidence(), clip.entropy()));
    }
    DriftComparison comparison = full.orElseThrow().comparison();
    assertThat(comparison.shifts().get(4).quantity()).isEqualTo(Shift.LABEL);
    assertThat(comparison.largest(0.01)).isGreaterThan(1);
  }

  @Test
  void betweenTheBoundsNothingChanges() {
    DriftAlarm alarm = DriftAlarm.quiet();
    for (double measure : new double[] {0.3, 0.2, 0.3, 0.3, 0.05}) {
      alarm = alarm.after(measure, RULE);
      assertThat(alarm.raised()).isFalse();
    }
    for (double measure : new double[] {0.25, 0.25, 0.25, 0.2, 0.05, 0.05, 0.11, 0.05, 0.1}) {
      alarm = alarm.after(measure, RULE);
    }
    assertThat(alarm).isEqualTo(new DriftAlarm(true, 2));
    assertThat(alarm.after(0, RULE)).isEqualTo(new DriftAlarm(false, 0));
  }

  @Test
  void observesAClip() {
    Observation clip = Observation.of(0.1, 2, new double[] {0.25, 0.5, 0.25});
    assertThat(clip.levelDecibels()).isCloseTo(-20, within(1e-12));
    assertThat(clip.label()).isEqualTo(1);
    assertThat(clip.entropy()).isCloseTo(1.5 * Math.log(2), within(1e-12));
    assertThat(Observation.of(0, 2, new double[] {1, 0}).levelDecibels())
        .isEqualTo(Observation.SILENCE_DECIBELS);
    assertThat(Observation.of(0.1, 2, new double[] {1, 0}).entropy()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 0, 0.5, 1",
    "-20, -1, 0, 0.5, 1",
    "-20, 1, -1, 0.5, 1",
    "-20, 1, 0, 1.5, 1",
    "-20, 1, 0, 0.5, NaN",
    "-20, Infinity, 0, 0.5, 1"
  })
  void refusesWhatIsNoObservation(double level, double seconds, int label, double p, double h) {
    assertThatThrownBy(() -> new Observation(level, seconds, label, p, h))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesAClassThatTheModelHasNotAndLosesNothing() {
    windows(1, -25);
    Observation foreign = new Observation(-20, 1, 4, 0.5, 1);
    assertThatThrownBy(() -> monitor.add(foreign)).isInstanceOf(InvalidInputException.class);
    assertThat(windows(1, -25)).hasSize(1);
  }

  @Test
  void refusesRulesThatAreNone() {
    assertThatThrownBy(() -> new Hysteresis(0.1, 0.1, 3)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new Hysteresis(0.2, 0.1, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new DriftMonitor.Rule(49, 0.01, RULE))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new Observations(List.of(), 4))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> PopulationStability.of(new long[] {1}, new long[] {1, 2}))
        .isInstanceOf(InvalidInputException.class);
  }
}
