package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeLineage;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageCommandTest {
  @TempDir private Path home;

  private Captured captured;
  private RunStatus temporalSays;

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    FakeWorkplace workplace = new FakeWorkplace(home);
    if (temporalSays != null) {
      workplace.fakeRuns().next(temporalSays);
    }
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  @Test
  void drawsATreeFromTheVersionToTheCorpus() {
    assertThat(emovox("lineage", "3")).isZero();

    assertThat(captured.out())
        .contains("version emovox/3  champion")
        .contains("└─ package package  sha256:")
        .contains("   └─ manifest manifest")
        .contains("8 clips");
  }

  @Test
  void namesOfFilesCantSteerATerminal() {
    emovox("lineage", "3");

    assertThat(captured.out()).contains("red</script>").doesNotContain("\u001b");
  }

  @Test
  void jsonHasNodesAndEdges() throws IOException {
    assertThat(emovox("lineage", "3", "--direction", "up", "--json")).isZero();

    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.path("subject").asText()).isEqualTo("emovox/3");
    assertThat(document.path("nodes").findValuesAsText("kind"))
        .containsExactly("corpus", "manifest", "package", "version");
    assertThat(document.path("nodes").findValuesAsText("label")).contains(FakeLineage.HOSTILE);
    assertThat(document.path("edges").findValuesAsText("role"))
        .containsExactlyInAnyOrder("clips", "clips", "registered");
  }

  @Test
  void depthBounds() {
    emovox("lineage", "3", "--depth", "1");

    assertThat(captured.out()).contains("package").doesNotContain("manifest");
  }

  @Test
  void aPageGoesToAFileAndHasNothingOfANamesMarkup() throws IOException {
    Path page = home.resolve("lineage.html");

    assertThat(emovox("lineage", "3", "--format", "html", "--out", page.toString())).isZero();

    assertThat(captured.out()).isEmpty();
    assertThat(captured.err()).contains("Written to");
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void eventsAreThoseOfARun() throws IOException {
    assertThat(emovox("lineage", Statuses.RUN, "--format", "openlineage")).isZero();

    JsonNode events = new ObjectMapper().readTree(captured.out());
    assertThat(events.findValuesAsText("eventType"))
        .containsExactly("START", "START", "START", "COMPLETE", "COMPLETE", "COMPLETE");
  }

  @Test
  void aRunThatWasTerminatedHasItsEndFromTemporal() throws IOException {
    temporalSays =
        Statuses.running().endedFromOutside(RunState.CANCELLED, "Temporal ended the run.", 30);

    assertThat(emovox("lineage", FakeLineage.WITHOUT_END, "--format", "openlineage")).isZero();

    JsonNode events = new ObjectMapper().readTree(captured.out());
    assertThat(events.findValuesAsText("eventType"))
        .containsExactly("START", "START", "START", "COMPLETE", "ABORT", "ABORT");
    assertThat(events.get(5).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("Temporal ended the run.");
  }

  @Test
  void theEventsOfARunThatGoesOnAreToldByWorkers() {
    temporalSays = Statuses.running();

    assertThat(emovox("lineage", FakeLineage.WITHOUT_END, "--format", "openlineage")).isEqualTo(2);
    assertThat(captured.err()).contains("has not ended", "EMOVOX_OPENLINEAGE_URL");
  }

  @Test
  void aTreeInAFileHasNoColours() throws IOException {
    Path file = home.resolve("tree.txt");
    emovox("lineage", "3", "--out", file.toString());

    assertThat(Files.readString(file)).contains("version emovox/3").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lineage",
        "lineage 99",
        "lineage 3 --direction sideways",
        "lineage 3 --depth 0",
        "lineage 3 --depth x",
        "lineage 3 --format openlineage",
        "lineage 3 --format html --json",
        "lineage 3 --format html --out /no/such/folder/page.html",
        "lineage 3 --format pdf"
      })
  void wrongRequestsExitWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ");
  }
}
