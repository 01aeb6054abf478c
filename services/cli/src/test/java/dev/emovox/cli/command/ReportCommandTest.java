package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.Statuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path folder;

  private Captured captured;

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    FakeWorkplace workplace = new FakeWorkplace(folder);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  @Test
  void writesThePageAndSaysWhere() throws IOException {
    Path page = folder.resolve("new/report.html");

    assertThat(emovox("report", Statuses.RUN, "--out", page.toString())).isZero();

    assertThat(captured.out()).contains(page.toString(), "Registered: version 3 of emovox");
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains(Statuses.RUN);
    assertThat(page.resolveSibling(".report.html.part")).doesNotExist();
  }

  @Test
  void replacesAPageThatIsThere() throws IOException {
    Path page = Files.writeString(folder.resolve("report.html"), "old");

    assertThat(emovox("report", Statuses.RUN, "--without-audio", "--out", page.toString()))
        .isZero();

    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void printsTheDataAsJsonAndWritesNoPageUnasked() throws IOException {
    assertThat(emovox("report", Statuses.RUN, "--json")).isZero();

    JsonNode report = new ObjectMapper().readTree(captured.out());
    assertThat(report.at("/run/id").asText()).isEqualTo(Statuses.RUN);
    assertThat(report.at("/models/0/overall/accuracy/value").asDouble()).isEqualTo(0.75);
    assertThat(Path.of(Statuses.RUN + ".html")).doesNotExist();
  }

  @Test
  void refusesAFolderAndARunThatIsNot() {
    assertThat(emovox("report", Statuses.RUN, "--out", folder.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("is a folder");
    assertThat(emovox("report", "none")).isEqualTo(2);
    assertThat(captured.err()).contains("no record of a run none");
  }
}
