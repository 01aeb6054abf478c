package dev.emovox.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.schedule.CalendarPart.Range;
import org.junit.jupiter.api.Test;

class CalendarPartTest {

  @Test
  void readsNumbersRangesStepsAndLists() {
    assertThat(CalendarPart.MINUTE.parse("30")).containsExactly(new Range(30, 30, 1));
    assertThat(CalendarPart.HOUR.parse("*")).containsExactly(new Range(0, 23, 1));
    assertThat(CalendarPart.HOUR.parse("*/6")).containsExactly(new Range(0, 23, 6));
    assertThat(CalendarPart.HOUR.parse("8-18/2, 22"))
        .containsExactly(new Range(8, 18, 2), new Range(22, 22, 1));
    assertThat(CalendarPart.MINUTE.parse("10/20")).containsExactly(new Range(10, 59, 20));
  }

  @Test
  void readsNames() {
    assertThat(CalendarPart.DAY_OF_WEEK.parse("Mon-FRI")).containsExactly(new Range(1, 5, 1));
    assertThat(CalendarPart.MONTH.parse("jan,dec"))
        .containsExactly(new Range(1, 1, 1), new Range(12, 12, 1));
  }

  @Test
  void sundayIsZeroAndSeven() {
    assertThat(CalendarPart.DAY_OF_WEEK.parse("7")).containsExactly(new Range(0, 0, 1));
    assertThat(CalendarPart.DAY_OF_WEEK.parse("5-7"))
        .containsExactly(new Range(0, 0, 1), new Range(5, 6, 1));
    assertThat(CalendarPart.DAY_OF_WEEK.parse("2-7/2")).containsExactly(new Range(2, 6, 2));
    assertThat(CalendarPart.DAY_OF_WEEK.parse("*")).containsExactly(new Range(0, 6, 1));
  }
}
