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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCommandsTest {
  @TempDir private Path home;

  private FakeWorkplace workplace;
  private Captured captured;

  @BeforeEach
  void makeWorkplace() {
    workplace = new FakeWorkplace(home);
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
        "ledger",
        "ledger key",
        "ledger show",
        "ledger show two",
        "ledger list --limit 0",
        "promote 3 --resume",
        "rollback 1 2"
      })
  void wrongUsageExitsWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ").contains("--help").hasLineCount(1);
  }

  @Test
  void verifyTellsWhatItLookedAt() throws IOException {
    assertThat(emovox("ledger", "verify")).isZero();
    assertThat(captured.out())
        .contains("2 entries in s3://emovox/ledger/signed/, nothing wrong with them")
        .contains("(remembered)", "none: whoever may delete", "compared with the ledger");
    assertThat(emovox("ledger", "verify", "--json")).isZero();
    assertThat(json().get("checked").asInt()).isEqualTo(2);
    assertThat(json().get("findings")).isEmpty();
    assertThat(json().at("/object_lock/state").asText()).isEqualTo("none");
  }

  @Test
  void verifyExitsWith4IfSomethingIsWrong() throws IOException {
    workplace.ledger().moveAlias();
    assertThat(emovox("ledger", "verify")).isEqualTo(4);
    assertThat(captured.out())
        .contains("error ledger_alias_moved at emovox: version 2 is served", "promote --resume");
    assertThat(emovox("ledger", "verify", "--json")).isEqualTo(4);
    JsonNode finding = json().at("/findings/0");
    assertThat(finding.fieldNames())
        .toIterable()
        .containsExactly("rule", "severity", "subject", "evidence", "meaning", "action");
    assertThat(finding.get("rule").asText()).isEqualTo("ledger_alias_moved");
    assertThat(emovox("ledger", "verify", "--ledger-only")).isZero();
    assertThat(captured.out()).contains("not asked");
  }

  @Test
  void entriesAreListedAndShown() throws IOException {
    assertThat(emovox("ledger", "list")).isZero();
    assertThat(captured.out()).contains("2026-01-31 14:30:00", "promote", "ada", "why not");
    assertThat(emovox("ledger", "list", "--json")).isZero();
    assertThat(json().at("/0/sequence").asInt()).isEqualTo(2);
    assertThat(emovox("ledger", "show", "2")).isZero();
    assertThat(captured.out()).contains("Entry 2: promote", "signed by", "rests on", "evaluation");
    assertThat(emovox("ledger", "show", "7")).isEqualTo(2);
  }

  @Test
  void decisionsKeepTheirDocument() throws IOException {
    assertThat(emovox("rollback", "--reason", "errors", "--json")).isZero();
    assertThat(json().get("action").asText()).isEqualTo("rollback");
    assertThat(json().get("version").asText()).isEqualTo("2");
    assertThat(json().get("reason").asText()).isEqualTo("errors");
    assertThat(emovox("rollback", "1")).isZero();
    assertThat(captured.out()).contains("Version 1 of emovox is served");
    assertThat(emovox("promote", "--resume", "--json")).isZero();
    assertThat(json().get("action").asText()).isEqualTo("promote");
  }

  @Test
  void keysAreMadeOnceAndShownWithoutTheirPrivateHalves() throws IOException {
    assertThat(emovox("ledger", "key", "show")).isZero();
    assertThat(captured.out()).contains("No key for the ledger");
    assertThat(emovox("ledger", "key", "create", "--json")).isZero();
    JsonNode created = json();
    assertThat(emovox("ledger", "key", "create")).isEqualTo(2);
    assertThat(captured.err()).contains("already");
    assertThat(emovox("ledger", "key", "show", "--json")).isZero();
    assertThat(json()).hasSize(1);
    assertThat(json().get(0)).isEqualTo(created);
    assertThat(created.fieldNames())
        .toIterable()
        .containsExactly("fingerprint", "public_key", "file");
    assertThat(emovox("ledger", "key", "rotate", "--by", "bo", "--json")).isZero();
    assertThat(json().get("by").asText()).isEqualTo("bo");
  }
}
