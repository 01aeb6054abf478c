package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
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
  void findingsExitWith4() {
    assertThat(emovox("audit")).isEqualTo(4);
    assertThat(captured.out())
        .contains("warning speakers-known at baselines-1, split random", "4 of 4 speakers")
        .contains("The voices are known.", "Split by speaker.", "1 findings")
        .contains("going-on has not ended");
  }

  @Test
  void findingsAreADocument() throws IOException {
    assertThat(emovox("audit", "all", "--json")).isEqualTo(4);
    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.fieldNames()).toIterable().containsExactly("checked", "findings");
    assertThat(document.at("/checked/ledger_entries").asInt()).isEqualTo(2);
    assertThat(document.at("/findings/0").fieldNames())
        .toIterable()
        .containsExactly("rule", "severity", "subject", "evidence", "meaning", "action");
    assertThat(document.at("/findings/0/severity").asText()).isEqualTo("warning");
  }

  @Test
  void nothingWrongExitsWith0() {
    assertThat(emovox("audit", "baselines-1")).isZero();
    assertThat(captured.out()).contains("12 artefacts", "nothing wrong");
  }

  @Test
  void anUnknownNameExitsWith2() {
    assertThat(emovox("audit", "nobody")).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: There is no run or version 'nobody'");
  }
}
