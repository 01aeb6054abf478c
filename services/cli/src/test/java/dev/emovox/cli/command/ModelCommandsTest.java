package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.TinyNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ModelCommandsTest {
  @TempDir Path folder;

  private FakeWorkplace workplace;
  private Captured captured;

  @BeforeEach
  void makeWorkplace() {
    workplace = new FakeWorkplace(folder);
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(new Terminal(true, false, false), options);
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
        "model",
        "model nope",
        "model import",
        "model import a/b c/d",
        "model inspect",
        "model export 3",
        "model import nowhere",
        "model import . --revision main",
        "model export champion out",
        "model inspect nowhere",
        "model random nowhere.json out",
        "model random pom.xml out",
        "model random pom.xml"
      })
  void wrongRequestsExitWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ").hasLineCount(1);
    assertThat(workplace.fakeCheckpoints().imported()).isEmpty();
  }

  @Test
  void everyCommandHasHelpWithExamples() {
    CommandLine model = CommandLines.of(Invocation.ofProcess()).getSubcommands().get("model");
    assertThat(model.getSubcommands()).containsOnlyKeys("import", "inspect", "export", "random");
    model
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .contains("Examples:", "./emovox model " + name, "--json", "Exit code 2"));
  }

  @Test
  void importTellsWhatWasImportedAndWhereItIs() throws IOException {
    assertThat(emovox("model", "import", "speech/tiny", "--revision", "v1")).isZero();
    assertThat(workplace.fakeCheckpoints().imported())
        .singleElement()
        .hasToString("speech/tiny@v1");
    assertThat(captured.out())
        .contains(
            "wav2vec2, 94 572 423 parameters, 12 layers of 768",
            "sad, angry",
            "sha256:",
            "speech/tiny@v1 at commit ccc",
            "s3://emovox/checkpoints/x/ (1.5 kB sent)",
            "lm_head.bias, lm_head.weight");
    assertThat(captured.err()).contains("Importing speech/tiny@v1", "config.json");
    assertThat(emovox("model", "import", "speech/tiny")).isZero();
    assertThat(captured.out()).contains("was there already");
  }

  @Test
  void importAsADocument() throws IOException {
    assertThat(emovox("model", "import", "speech/tiny", "--json")).isZero();
    assertThat(json().get("architecture").asText()).isEqualTo("wav2vec2");
    assertThat(json().get("parameters").asLong()).isEqualTo(94_572_423);
    assertThat(json().at("/labels/0").asText()).isEqualTo("sad");
    assertThat(json().get("digest").asText()).startsWith("sha256:");
    assertThat(json().at("/source/commit").asText()).hasSize(40);
    assertThat(json().at("/source/licence").asText()).isEqualTo("mit");
    assertThat(json().at("/files/0/name").asText()).isEqualTo("config.json");
    assertThat(json().get("sent_bytes").asInt()).isEqualTo(1500);
    assertThat(json().get("package_digest").isNull()).isTrue();
  }

  @Test
  void randomNetworksAreTheSameForTheSameSeed() throws IOException {
    String architecture =
        workplace.checkout().root().resolve("configs/architectures/tiny-base.json").toString();
    assertThat(emovox("model", "random", architecture, folder.resolve("a").toString())).isZero();
    assertThat(captured.out())
        .contains("wav2vec2", "2 layers of 16", folder.resolve("a").toString());
    assertThat(digest("model", "inspect", folder.resolve("a").toString()))
        .isEqualTo(digest("model", "random", architecture, folder.resolve("b").toString()))
        .isNotEqualTo(
            digest("model", "random", architecture, folder.resolve("c").toString(), "--seed", "7"));
    assertThat(emovox("model", "random", architecture, folder.resolve("a").toString()))
        .isEqualTo(2);
    assertThat(captured.err()).contains("is no empty folder");
  }

  @Test
  void randomNetworksHaveTheClassesThatAreAskedFor() throws IOException {
    String architecture =
        workplace.checkout().root().resolve("configs/architectures/tiny-xlsr.json").toString();
    String out = folder.resolve("a").toString();
    assertThat(emovox("model", "random", architecture, out, "--labels", "sad,sad")).isEqualTo(2);
    assertThat(captured.err()).contains("--labels");
    assertThat(emovox("model", "random", architecture, out, "--labels", "sad,calm", "--json"))
        .isZero();
    assertThat(json().get("labels")).hasToString("[\"sad\",\"calm\"]");
    assertThat(json().get("layers").asInt()).isEqualTo(3);
  }

  private String digest(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    assertThat(emovox(all.toArray(String[]::new))).isZero();
    return json().get("digest").asText();
  }

  @Test
  void exportTellsWhatWasWritten() throws IOException {
    assertThat(emovox("model", "export", "3", folder.resolve("out").toString())).isZero();
    assertThat(captured.out()).contains("version 3", folder.resolve("out").toString());
    assertThat(captured.err()).contains("It was exported");
    assertThat(emovox("model", "export", "3", "out", "--json")).isZero();
    assertThat(json().at("/source/kind").asText()).isEqualTo("stored");
    assertThat(json().get("sent_bytes").isNull()).isTrue();
  }

  @Test
  void inspectReadsAFolderWithoutAnyServer() throws IOException {
    String tiny = new TinyNetwork(1, true).write(folder.resolve("tiny")).toString();

    assertThat(emovox("model", "inspect", tiny, "--json")).isZero();
    assertThat(json().get("labels")).hasSize(3);
    assertThat(json().get("head").asBoolean()).isTrue();
    assertThat(json().get("layers").asInt()).isEqualTo(2);
    assertThat(json().get("files")).hasSize(3);
    assertThat(emovox("model", "inspect", tiny)).isZero();
    assertThat(captured.out()).contains("sad, angry, happy", "16000 Hz, normalised");
  }

  @Test
  void inspectTellsWhatACheckpointLacks() throws IOException {
    Path tiny = new TinyNetwork(1, false).write(folder.resolve("tiny"));

    assertThat(emovox("model", "inspect", tiny.toString())).isZero();
    assertThat(captured.out()).containsPattern("head +none");
    Files.writeString(tiny.resolve("model.safetensors"), "not weights");
    assertThat(emovox("model", "inspect", tiny.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("model.safetensors");
  }
}
