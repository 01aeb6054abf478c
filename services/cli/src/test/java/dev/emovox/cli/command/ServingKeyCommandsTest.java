package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.access.KeyFile;
import dev.emovox.access.KeyState;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingKeyCommandsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T14:30:00Z");

  @TempDir private Path home;

  private Captured captured;

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(
            options,
            captured.console(),
            given -> new FakeWorkplace(home),
            Clock.fixed(NOW, ZoneOffset.UTC)),
        List.of(words));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  @Test
  void aKeyIsShownOnceAndKeptAsAHash() throws IOException {
    assertThat(emovox("serving-key", "list")).isZero();
    assertThat(captured.out()).contains("No keys yet");
    assertThat(emovox("serving-key", "create", "app", "--days", "30", "--json")).isZero();
    JsonNode created = json();
    assertThat(created.fieldNames())
        .toIterable()
        .containsExactly("id", "name", "scopes", "created", "expires", "key", "file");
    assertThat(created.at("/scopes/0").asText()).isEqualTo("predict");
    assertThat(created.get("expires").asText()).isEqualTo("2026-03-02T14:30:00Z");
    String key = created.get("key").asText();
    Path file = Path.of(created.get("file").asText());
    assertThat(file).isEqualTo(home.resolve("serving").resolve("keys.json"));
    assertThat(Files.readString(file)).doesNotContain(key);
    assertThat(new KeyFile(file).read().check(key, NOW).state()).isEqualTo(KeyState.VALID);

    assertThat(emovox("serving-key", "list", "--json")).isZero();
    assertThat(captured.out()).doesNotContain(key);
    assertThat(json().at("/0/state").asText()).isEqualTo("valid");
  }

  @Test
  void aNewKeyReplacesAnOldOneOfTheSameName() throws IOException {
    assertThat(emovox("serving-key", "create", "app", "--json")).isZero();
    String old = json().get("id").asText();
    assertThat(emovox("serving-key", "create", "app", "--scope", "predict,model:read")).isZero();
    assertThat(captured.out())
        .startsWith("emx_")
        .contains("not shown again", "predict, model:read");
    assertThat(emovox("serving-key", "revoke", old, "--json")).isZero();
    assertThat(json()).hasSize(1);
    assertThat(json().at("/0/state").asText()).isEqualTo("revoked");
    assertThat(emovox("serving-key", "list")).isZero();
    assertThat(captured.out()).contains("valid", "revoked", "2026-01-31 14:30:00");
    assertThat(emovox("serving-key", "revoke", old)).isEqualTo(2);
    assertThat(captured.err()).contains("serving-key list");
  }

  @Test
  void theFileCanBeNamed() {
    Path file = home.resolve("elsewhere.json");
    assertThat(emovox("serving-key", "create", "app", "--file", file.toString())).isZero();
    assertThat(file).exists();
    assertThat(emovox("serving-key", "list")).isZero();
    assertThat(captured.out()).contains("No keys yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serving-key",
        "serving-key create",
        "serving-key create app --scope everything",
        "serving-key create app --days 0",
        "serving-key create app --days soon",
        "serving-key create a/b",
        "serving-key revoke",
        "serving-key revoke nobody"
      })
  void wrongRequestsExitWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ").hasLineCount(1);
    assertThat(home.resolve("serving").resolve("keys.json")).doesNotExist();
  }
}
