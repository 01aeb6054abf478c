package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.contracts.RunState;
import dev.emovox.local.doctor.Check;
import dev.emovox.local.home.S3Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
  @TempDir Path folder;

  private FakeWorkplace workplace;
  private Captured captured;

  @BeforeEach
  void makeWorkplace() {
    workplace = new FakeWorkplace(folder);
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nope",
        "show",
        "show a b",
        "run",
        "run x --nope",
        "up --s3 disk",
        "up --port s3=x",
        "corpora",
        "corpora check",
        "predict",
        "predict x --logits",
        "features x --set librosa",
        "runs --limit 0",
        "runs --experiment O'Hara",
        "logs worker --follow --json",
        "promote"
      })
  void wrongUsageExitsWith2AndSaysWhatToType(String line) throws IOException {
    String[] words = line.isEmpty() ? new String[0] : line.split(" ");
    assertThat(emovox(words)).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ").contains("--help").hasLineCount(1);
    if (line.contains("--json")) {
      assertThat(json().at("/error/kind").asText()).isEqualTo("usage");
    } else {
      assertThat(captured.out()).isEmpty();
    }
  }

  @Test
  void everyCommandHasHelpWithTheCommonOptions() {
    CommandLine top =
        CommandLines.of(
            new Invocation(
                new GlobalOptions(),
                new Captured(Terminal.plain(), new GlobalOptions()).console(),
                given -> workplace,
                Clock.systemUTC()));
    assertThat(top.getSubcommands())
        .hasSize(TopCommand.class.getAnnotation(CommandLine.Command.class).subcommands().length);
    top.getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .as(name)
                    .contains("--json", "--debug", "--home", "--help")
                    .contains("./emovox " + name));
  }

  @Test
  void stackCommands() throws IOException {
    assertThat(emovox("up", "--detach", "--s3", "minio", "--port", "serving=8088", "--json"))
        .isZero();
    assertThat(workplace.fakeServices().choices())
        .containsExactly(
            new StackChoice(Optional.of(S3Kind.MINIO), Map.of("serving", 8088), Optional.empty()));
    assertThat(json().at("/services/0/state").asText()).isEqualTo("running");
    assertThat(emovox("up", "--detach")).isZero();
    assertThat(captured.err()).contains("running already");
    assertThat(emovox("status", "--json")).isZero();
    assertThat(json().get("home").asText()).isEqualTo("/home/emovox");
    assertThat(json().at("/services/0/pid").asInt()).isEqualTo(12);
    assertThat(emovox("status")).isZero();
    assertThat(captured.out()).contains("temporal", "127.0.0.1:7233", "It was killed.");
    assertThat(emovox("down", "--json")).isZero();
    assertThat(json().get("stopped").asBoolean()).isTrue();
    assertThat(emovox("down")).isZero();
    assertThat(captured.out()).contains("Nothing was running.");
  }

  @Test
  void aGraphicsCardIsAskedForRefusedOrAsBefore() {
    assertThat(emovox("up", "--detach", "--gpu")).isZero();
    assertThat(emovox("up", "--detach", "--no-gpu")).isZero();
    assertThat(captured.err()).contains("`./emovox down` first");
    assertThat(emovox("up", "--detach")).isZero();
    assertThat(workplace.fakeServices().choices())
        .extracting(StackChoice::gpu)
        .containsExactly(Optional.of(true), Optional.of(false), Optional.empty());
  }

  @Test
  void logs() throws IOException {
    assertThat(emovox("logs", "worker")).isZero();
    assertThat(captured.out()).isEqualTo("first\nsecond\n");
    assertThat(emovox("logs", "worker", "--json")).isZero();
    assertThat(json().get("lines")).hasSize(2);
    assertThat(emovox("logs", "nobody", "--json")).isEqualTo(2);
    assertThat(json().at("/error/kind").asText()).isEqualTo("invalid_input");
    assertThat(json().at("/error/exit_code").asInt()).isEqualTo(2);
  }

  @Test
  void doctorFailsWithTheMachine() throws IOException {
    workplace.fakeServices().check(new Check("JDK", true, "17.0.15", ""));
    assertThat(emovox("doctor")).isZero();
    workplace.fakeServices().check(new Check("Python", false, "none", "Install Python 3.10."));
    assertThat(emovox("doctor", "--json")).isEqualTo(1);
    assertThat(json().at("/checks/1/advice").asText()).isEqualTo("Install Python 3.10.");
    emovox("doctor");
    assertThat(captured.out()).contains("problem  Python", "Install Python 3.10.");
  }

  @Test
  void runStartsWatchesAndTellsTheResult() throws IOException {
    workplace.fakeRuns().next(Statuses.done()).next(Statuses.failed());
    assertThat(emovox("run", "demo", "--data", folder.toString(), "--set", "seed=5", "--json"))
        .isZero();
    assertThat(workplace.fakeRuns().started().get(0).seed()).isEqualTo(5);
    assertThat(json().at("/models/0/accuracy").asDouble()).isEqualTo(0.75);
    assertThat(captured.err()).contains("Started run demo-");
    assertThat(emovox("run", "demo", "--data", folder.toString())).isEqualTo(1);
    assertThat(captured.out()).contains("The folder /data is gone.");
  }

  @Test
  void runDetachedNamesTheRun() throws IOException {
    assertThat(emovox("run", "demo", "--data", folder.toString(), "--detach")).isZero();
    String id = workplace.fakeRuns().started().get(0).runId();
    assertThat(captured.out()).isEqualTo(id + "\n");
    assertThat(captured.err()).contains("show " + id + " --follow", "cancel " + id);
    assertThat(emovox("run", "demo", "--data", folder.toString(), "--detach", "--json")).isZero();
    assertThat(json().get("status").asText()).isEqualTo("waiting");
  }

  @Test
  void nothingStartsWhenTheRequestIsWrong() {
    assertThat(emovox("run", "demo", "--data", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(emovox("run", "demo", "--data", folder.toString(), "--set", "seeed=1")).isEqualTo(2);
    assertThat(emovox("run", "dmo", "--data", folder.toString())).isEqualTo(2);
    assertThat(workplace.fakeRuns().started()).isEmpty();
  }

  @Test
  void showListAndCancel() throws IOException {
    workplace.fakeRuns().next(Statuses.failed()).nextAway();
    assertThat(emovox("show", Statuses.RUN, "--json")).isZero();
    assertThat(json().get("status").asText()).isEqualTo("failed");
    assertThat(emovox("show", Statuses.RUN)).isEqualTo(3);
    assertThat(emovox("show", "other")).isEqualTo(2);
    workplace
        .fakeRuns()
        .listed(
            new RunSummary(
                Statuses.RUN, "demo", RunState.DONE, Instant.parse("2026-01-31T14:25:01Z"), 72.5));
    assertThat(emovox("runs", "--json")).isZero();
    assertThat(json().at("/0/started").asText()).isEqualTo("2026-01-31T14:25:01Z");
    assertThat(json().at("/0/status").asText()).isEqualTo("done");
    assertThat(emovox("runs", "--experiment", "other")).isZero();
    assertThat(captured.out()).contains("No runs yet.");
    assertThat(emovox("cancel", Statuses.RUN)).isZero();
    assertThat(workplace.fakeRuns().cancelled()).containsExactly(Statuses.RUN);
  }

  @Test
  void modelsAndPromotion() throws IOException {
    assertThat(emovox("models", "--json")).isZero();
    assertThat(json().at("/1/aliases/0").asText()).isEqualTo("champion");
    assertThat(json().at("/1/accuracy").asDouble()).isEqualTo(0.75);
    assertThat(json().at("/0/promoted").isNull()).isTrue();
    assertThat(emovox("models")).isZero();
    assertThat(captured.out()).contains("75.0 %", "2026-01-31 14:30:00", Statuses.RUN);
    assertThat(emovox("promote", "3", "--reason", "why not", "--json")).isZero();
    assertThat(json().get("by").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(json().get("reason").asText()).isEqualTo("why not");
    assertThat(json().get("package_digest").asText()).startsWith("sha256:");
    assertThat(emovox("promote", "3", "--by", "ada")).isZero();
    assertThat(captured.out()).contains("by ada at 2026-01-31T14:30:00Z");
  }

  @Test
  void predictGoesOnAfterAFileThatFails() throws IOException {
    String good = Files.writeString(folder.resolve("good.wav"), "sound").toString();
    String empty = Files.createFile(folder.resolve("empty.wav")).toString();
    String missing = folder.resolve("missing.wav").toString();
    assertThat(emovox("predict", good)).isZero();
    assertThat(captured.out()).contains("angry", "angry 75.0 %  sad 25.0 %");
    assertThat(emovox("predict", missing, empty, good, "--json")).isEqualTo(1);
    assertThat(json().at("/0/error/kind").asText()).isEqualTo("not_found");
    assertThat(json().at("/1/error/kind").asText()).isEqualTo("not_audio");
    assertThat(json().at("/2/label").asText()).isEqualTo("angry");
    assertThat(json().at("/2/model/version").asText()).isEqualTo("3");
    assertThat(json().at("/2/id").asText()).isEqualTo("p-1");
  }

  @Test
  void predictWithAFolderThatIsNoPackageIsAWrongRequest() throws IOException {
    String file = Files.writeString(folder.resolve("a.wav"), "sound").toString();
    assertThat(emovox("predict", file, "--model", folder.toString())).isEqualTo(2);
  }

  @Test
  void aBugIsCalledThatAndTracedOnlyOnRequest() {
    workplace = null;
    assertThat(emovox("status")).isEqualTo(1);
    assertThat(captured.err()).contains("This is a bug").doesNotContain("\tat ");
    assertThat(emovox("status", "--debug")).isEqualTo(1);
    assertThat(captured.err()).contains("\tat dev.emovox");
  }

  @Test
  void completionIsAScript() {
    assertThat(emovox("completion")).isZero();
    assertThat(captured.out()).contains("complete -F _complete_emovox");
  }
}
