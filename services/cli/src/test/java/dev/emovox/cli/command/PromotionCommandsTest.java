package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakePromotions;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionCommandsTest {
  @TempDir Path folder;

  private FakeWorkplace workplace;
  private FakePromotions promotions;
  private Captured captured;

  @BeforeEach
  void makeWorkplace() {
    workplace = new FakeWorkplace(folder);
    promotions = workplace.promotions();
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    Clock clock = Clock.fixed(Instant.parse("2026-01-31T14:25:01Z"), ZoneOffset.UTC);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, clock), List.of(words));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  private PromotionOrder order() {
    return promotions.orders().get(promotions.orders().size() - 1);
  }

  @Test
  void theStandardGateAppliesAndTheEntryIsTheAnswer() throws IOException {
    assertThat(emovox("promote", "3", "--by", "ada", "--reason", "best", "--json")).isZero();
    assertThat(json().get("action").asText()).isEqualTo("promote");
    assertThat(json().get("by").asText()).isEqualTo("ada");
    assertThat(order().id()).startsWith("promotion-20260131-142501-");
    assertThat(order().gate().name()).isEqualTo("default");
    assertThat(order().gate().text()).contains("better_than_chance: true");
    assertThat(order().approval()).isNull();
    assertThat(order().acknowledgeWithinSeconds()).isEqualTo(60);
    assertThat(captured.err()).contains("The service answers with version 3.");
  }

  @Test
  void theStrictGateAsksForApproval() {
    assertThat(emovox("promote", "3", "--gate", "strict")).isZero();
    assertThat(order().approval().fourEyes()).isTrue();
    assertThat(order().approval().withinSeconds()).isEqualTo(72 * 3600);
    assertThat(emovox("promote", "3", "--require-approval")).isZero();
    assertThat(order().approval().fourEyes()).isTrue();
  }

  @Test
  void aGateOfOnesOwnIsRead() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.yaml"), "better_than_chance: yes\n");
    assertThat(emovox("promote", "3", "--gate", mine.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("mine.yaml, line 1, key 'better_than_chance'");
    Files.writeString(mine, "better_than_chance: true\n");
    assertThat(emovox("promote", "3", "--gate", mine.toString())).isZero();
    assertThat(order().gate().name()).isEqualTo("mine");
    assertThat(emovox("promote", "3", "--gate", "strct")).isEqualTo(2);
    assertThat(captured.err()).contains("There is no gate 'strct'", "strict");
  }

  @Test
  void noGateNeedsAReason() {
    assertThat(emovox("promote", "3", "--gate", "none")).isEqualTo(2);
    assertThat(captured.err()).contains("--reason");
    assertThat(promotions.orders()).isEmpty();
    assertThat(emovox("promote", "3", "--gate", "none", "--reason", "tiny corpus")).isZero();
    assertThat(order().gate()).isNull();
    assertThat(order().reason()).isEqualTo("tiny corpus");
  }

  @Test
  void aClosedGateExitsWith1AndItsReasons() {
    promotions.next(PromotionState.JUDGING, PromotionState.REFUSED);
    assertThat(emovox("promote", "3")).isEqualTo(1);
    assertThat(captured.err())
        .contains("gate 'default' is closed", "accuracy: It is below 0.6.", "s3://emovox/report")
        .contains("What is served stays as it is.");
    assertThat(promotions.champion()).isEmpty();
  }

  @Test
  void aRejectionExitsWith1AndItsReason() {
    promotions.next(PromotionState.WAITING_FOR_APPROVAL, PromotionState.REJECTED);
    assertThat(emovox("promote", "3", "--by", "ada", "--require-approval")).isEqualTo(1);
    assertThat(captured.err())
        .contains("Waiting until 2027-01-15T08:00:00Z for another than ada to agree")
        .contains("./emovox approve promotion-2026")
        .contains("rejected by grace: too early.", "Entry 2 of the ledger");
    assertThat(promotions.champion()).isEmpty();
  }

  @Test
  void whatGoesAwayIsWaitedForAndWhatFailsIsSaid() {
    promotions.failWith(new ServerUnavailableException("No worker answers.", null));
    assertThat(emovox("promote", "3")).isZero();
    assertThat(captured.err()).contains("No worker answers. Waiting for it", "answers again");
    promotions.failWith(new InvalidInputException("There is no version '9'."));
    assertThat(emovox("promote", "9")).isEqualTo(2);
    assertThat(captured.err()).contains("There is no version '9'.");
  }

  @Test
  void anotherOneIsWaitedForIfAsked() {
    promotions.busyFor(2);
    assertThat(emovox("promote", "3", "--queue")).isZero();
    assertThat(captured.err()).contains("Another promotion of emovox is under way");
    assertThat(promotions.orders()).hasSize(1);
  }

  @Test
  void detachedItTellsWhereItStands() throws IOException {
    promotions.next(PromotionState.VERIFYING);
    assertThat(emovox("promote", "3", "--detach", "--json")).isZero();
    assertThat(json().get("state").asText()).isEqualTo("verifying");
    assertThat(json().get("id").asText()).isEqualTo(order().id());
    assertThat(json().get("entry").isNull()).isTrue();
  }

  @Test
  void opinionsAreAnsweredByTheirEntries() throws IOException {
    assertThat(emovox("approve", "3", "--by", "grace", "--json")).isZero();
    assertThat(json().get("action").asText()).isEqualTo("approval");
    assertThat(json().get("by").asText()).isEqualTo("grace");
    assertThat(emovox("reject", "3", "--by", "grace", "--reason", "worse", "--json")).isZero();
    assertThat(json().get("action").asText()).isEqualTo("rejection");
    assertThat(promotions.opinions()).hasSize(2);
    assertThat(emovox("approve", "3", "--by", "grace")).isZero();
    assertThat(captured.out()).contains("grace");
    assertThat(emovox("approve", "4", "--by", "grace")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"approve 3", "reject 3 --by grace", "approve --by grace", "promotions --limit 0"})
  void wrongUsageExitsWith2(String line) {
    assertThat(emovox(line.split(" "))).isEqualTo(2);
    assertThat(promotions.opinions()).isEmpty();
  }

  @Test
  void whatWaitsIsListedWithWhatToDo() throws IOException {
    assertThat(emovox("promotions")).isZero();
    assertThat(captured.out())
        .contains("waiting for approval", "refused by the gate")
        .contains("./emovox approve promotion-1 --by NAME", "accuracy: It is below 0.6.");
    assertThat(emovox("promotions", "--json", "--limit", "1")).isZero();
    assertThat(json()).hasSize(1);
    assertThat(json().at("/0/state").asText()).isEqualTo("waiting_for_approval");
    assertThat(json().at("/0/approval/four_eyes").asBoolean()).isTrue();
  }
}
