package dev.emovox.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.ScheduleOverlap;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleLoaderTest {
  private static final String START = "id: mine\nexperiment: baselines\n";
  private static final String NIGHTLY = START + "calendar:\n  hour: 2\n";

  @TempDir private Path folder;

  private WrittenSchedule load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), text);
    return new ScheduleLoader(folder).load(List.of(file)).get(0);
  }

  @Test
  void readsACalendarWithDefaults() throws IOException {
    assertThat(load(NIGHTLY).rules())
        .isEqualTo(
            new ScheduleRules("0 2 * * *", "UTC", 0, 0, ScheduleOverlap.SKIP, 3600, 0, false));
  }

  @Test
  void readsAnIntervalWithEverything() throws IOException {
    WrittenSchedule read =
        load(
            START
                + """
                interval: {every: 6h, offset: 30m}
                overlap: buffer-one
                catch_up_window: 2d
                jitter: 90s
                pause_on_failure: true
                only_if_changed: true
                paused: true
                note: why not
                """);

    assertThat(read.rules())
        .isEqualTo(
            new ScheduleRules(
                "", "UTC", 21_600, 1_800, ScheduleOverlap.BUFFER_ONE, 172_800, 90, true));
    assertThat(read.file().onlyIfChanged()).isTrue();
    assertThat(read.file().paused()).isTrue();
    assertThat(read.file().note()).isEqualTo("why not");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overlap: skipp | line 5 | Did you mean 'skip'",
        "jiter: 5m | line 5 | Did you mean 'jitter'",
        "jitter: 5 minutes | line 5 | no length of time",
        "jitter: 99999d | line 5 | longer than ten years",
        "catch_up_window: 1s | line 5 | at least 10s",
        "only_if_changed: yes | line 5 | true or false",
        "interval: {every: 1h} | line 5 | one of them",
        "set: seed=7 | line 5 | list",
        "id: again | line 5 | id",
        "note: !!java.lang.Runtime {} | line 5 | not allowed",
      })
  void aWrongKeyIsToldWithItsLine(String line, String place, String reason) {
    assertThatThrownBy(() -> load(NIGHTLY + line + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mine.yaml")
        .hasMessageContaining(place)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minute: 60 | calendar.minute | from 0 to 59",
        "minute: 5-1 | calendar.minute | ends before it begins",
        "minute: '*/0' | calendar.minute | step of 0",
        "day_of_week: mo | calendar.day_of_week | names such as mon",
        "month: 0 | calendar.month | from 1 to 12",
        "day_of_month: '1,,2' | calendar.day_of_month | no such part",
        "time_zone: Mars/Base | calendar.time_zone | no time zone",
      })
  void aWrongTimeIsToldWithItsLine(String line, String key, String reason) {
    assertThatThrownBy(() -> load(NIGHTLY + "  " + line + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("line 5")
        .hasMessageContaining(key)
        .hasMessageContaining(reason);
  }

  @Test
  void wantsAnIdAndTimes() {
    assertThatThrownBy(() -> load(START)).hasMessageContaining("a schedule has one of them");
    assertThatThrownBy(() -> load("id: Mine\nexperiment: x\ninterval: {every: 1h}\n"))
        .hasMessageContaining("line 1")
        .hasMessageContaining("lower-case letters");
    assertThatThrownBy(() -> load(START + "interval: {every: 1h, offset: 1h}\n"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("shorter than interval.every");
    assertThatThrownBy(() -> load(START + "interval: {every: 0s}\n"))
        .hasMessageContaining("longer than 0s");
  }

  @Test
  void oneIdIsOneSchedule() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), NIGHTLY);
    Path other = Files.writeString(folder.resolve("other.yaml"), NIGHTLY);

    assertThatThrownBy(() -> new ScheduleLoader(folder).all())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(one.toString())
        .hasMessageContaining(other.toString());
  }

  @Test
  void aFolderThatIsNotThereIsAWrongRequest() {
    assertThatThrownBy(() -> new ScheduleLoader(folder.resolve("none")).all())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none");
  }
}
