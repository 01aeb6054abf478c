package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeLineage;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
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

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    FakeWorkplace workplace = new FakeWorkplace(home);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lineage",
        "lineage 99",
        "lineage 3 --direction sideways",
        "lineage 3 --depth 0",
        "lineage 3 --depth x"
      })
  void wrongRequestsExitWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ");
  }
}
