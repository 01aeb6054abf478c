package dev.emovox.finetuning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void warmsUpInAStraightLine() {
    LearningRateSchedule schedule = schedule(Schedule.CONSTANT, 0.1, 100);
    assertThat(schedule.factor(0)).isZero();
    assertThat(schedule.factor(5)).isEqualTo(0.5);
    assertThat(schedule.factor(10)).isEqualTo(1);
    assertThat(schedule.factor(99)).isEqualTo(1);
  }

  @Test
  void fallsInAStraightLine() {
    LearningRateSchedule schedule = schedule(Schedule.LINEAR, 0.2, 100);
    assertThat(schedule.factor(20)).isEqualTo(1);
    assertThat(schedule.factor(60)).isEqualTo(0.5);
    assertThat(schedule.factor(99)).isCloseTo(1 / 80.0, within(1e-12));
    assertThat(schedule.factor(1000)).isZero();
  }

  @Test
  void fallsAlongACosine() {
    LearningRateSchedule schedule = schedule(Schedule.COSINE, 0, 100);
    assertThat(schedule.factor(0)).isEqualTo(1);
    assertThat(schedule.factor(25)).isCloseTo(0.5 + Math.sqrt(0.125), within(1e-12));
    assertThat(schedule.factor(50)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.factor(100)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aWarmUpIsAShare() {
    assertThat(schedule(Schedule.LINEAR, 1, 10).factor(9)).isEqualTo(0.9);
    for (double wrong : new double[] {-0.1, 1.5, Double.NaN}) {
      assertThatThrownBy(() -> schedule(Schedule.LINEAR, wrong, 10))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("warm_up");
    }
  }

  private static LearningRateSchedule schedule(Schedule schedule, double warmUp, long steps) {
    return LearningRateSchedule.of(
        new OptimiserSettings(1e-4, 0, 1, schedule, warmUp, 1, 1), steps);
  }
}
