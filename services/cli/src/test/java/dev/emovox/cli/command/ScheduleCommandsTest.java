package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleCommandsTest {
  private static final String HOURLY =
      """
      id: hourly
      experiment: baselines
      data: [.]
      interval: {every: 1h}
      """;

  @TempDir private Path home;

  private FakeWorkplace workplace;
  private Captured captured;
  private Path file;

  @BeforeEach
  void makeWorkplace() throws IOException {
    workplace = new FakeWorkplace(home);
    file = Files.writeString(home.resolve("hourly.yaml"), HOURLY);
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  private List<String> calls() {
    List<String> calls = List.copyOf(workplace.schedules().calls());
    workplace.schedules().calls().clear();
    return calls;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schedule",
        "schedule trigger",
        "schedule apply --prune some.yaml",
        "schedule backfill hourly --from 2026-01-01T00:00:00Z",
        "schedule backfill hourly --from yesterday --to 2026-01-01T00:00:00Z",
        "schedule backfill hourly --from 2026-01-02T00:00:00Z --to 2026-01-01T00:00:00Z",
        "schedule pause nobody",
        "schedule delete nobody",
      })
  void wrongUsageExitsWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ");
    assertThat(calls()).isEmpty();
  }

  @Test
  void applyingTwiceChangesNothing() {
    assertThat(emovox("schedule", "apply", file.toString())).isZero();
    assertThat(captured.out()).contains("hourly  created");
    assertThat(calls()).containsExactly("create hourly");

    assertThat(emovox("schedule", "apply", file.toString())).isZero();
    assertThat(captured.out()).contains("hourly  unchanged");
    assertThat(calls()).isEmpty();
  }

  @Test
  void aDifferenceIsShownAndAppliedUnlessItIsADryRun() throws IOException {
    emovox("schedule", "apply", file.toString());
    calls();
    Files.writeString(file, HOURLY.replace("1h", "2h") + "set: [seed=7]\noverlap: cancel-other\n");

    assertThat(emovox("schedule", "apply", "--dry-run", file.toString())).isZero();
    assertThat(captured.out())
        .contains("hourly  would be updated")
        .contains("rules.every_seconds: 3600 -> 7200")
        .contains("plan.seed: 42 -> 7")
        .containsPattern("rules.overlap: \"SKIP\" -> \"CANCEL_OTHER\"");
    assertThat(calls()).isEmpty();

    assertThat(emovox("schedule", "apply", file.toString(), "--json")).isZero();
    assertThat(json().get(0).get("change").asText()).isEqualTo("updated");
    assertThat(json().get(0).get("differences")).isNotEmpty();
    assertThat(calls()).containsExactly("update hourly");
  }

  @Test
  void whatNoFileNamesStaysUnlessItIsPruned() {
    emovox("schedule", "apply", file.toString());
    calls();

    assertThat(emovox("schedule", "apply", "--data", home.toString())).isZero();
    assertThat(captured.out()).contains("hourly  named by no file", "nightly  created");
    assertThat(calls()).containsExactly("create nightly");

    assertThat(emovox("schedule", "apply", "--data", home.toString(), "--prune")).isZero();
    assertThat(captured.out()).contains("hourly  deleted", "nightly  unchanged");
    assertThat(calls()).containsExactly("delete hourly");
  }

  @Test
  void theScheduleOfTheCheckoutBeginsPaused() throws IOException {
    emovox("schedule", "apply", "--data", home.toString());

    assertThat(emovox("schedule", "list", "--json")).isZero();
    assertThat(json().get(0).get("id").asText()).isEqualTo("nightly");
    assertThat(json().get(0).get("state").asText()).isEqualTo("paused");
    assertThat(json().get(0).get("next").isNull()).isTrue();
    assertThat(json().get(0).get("last").get("result").asText()).isEqualTo("unchanged");
  }

  @Test
  void listTellsNextAndLast() {
    emovox("schedule", "apply", file.toString());

    assertThat(emovox("schedule", "list")).isZero();
    assertThat(captured.out())
        .contains("hourly", "active", "1970-01-01 00:00:00", "skipped: neither data nor settings");
  }

  @Test
  void commandsChangeOneSchedule() throws IOException {
    emovox("schedule", "apply", file.toString());
    calls();

    assertThat(emovox("schedule", "pause", "hourly", "--note", "why", "--json")).isZero();
    assertThat(json().get(0).get("state").asText()).isEqualTo("paused");
    emovox("schedule", "resume", "hourly", "--note", "because");
    emovox("schedule", "trigger", "hourly");
    emovox(
        "schedule backfill hourly --from 2026-01-01T00:00:00+01:00 --to 2026-01-01T03:00:00Z"
            .split(" "));
    assertThat(emovox("schedule", "delete", "hourly", "--json")).isZero();
    assertThat(json().get(0).get("state").asText()).isEqualTo("absent");

    assertThat(calls())
        .containsExactly(
            "pause hourly: why",
            "resume hourly: because",
            "trigger hourly",
            "backfill hourly 2025-12-31T23:00:00Z 2026-01-01T03:00:00Z",
            "delete hourly");
  }

  @Test
  void aWrongExperimentIsToldWithItsSchedule() throws IOException {
    Files.writeString(file, HOURLY + "set: [sead=7]\n");

    assertThat(emovox("schedule", "apply", file.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("schedule hourly", "hourly.yaml", "sead");
  }
}
