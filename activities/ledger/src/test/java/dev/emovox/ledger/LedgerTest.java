package dev.emovox.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.ledger.testing.MemoryEntries;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir private Path temporary;
  private final MemoryEntries entries = new MemoryEntries();
  private LedgerMachine machine;

  @BeforeEach
  void makeMachine() {
    machine = new LedgerMachine(temporary.resolve("keys"));
  }

  private SignedEntry promote(String version) {
    return machine.ledger(entries).append(LedgerMachine.promotion(version, "because"));
  }

  @Test
  void theFirstDecisionMakesTheLedgerBegin() {
    entries.unsigned().add(new Resource("ledger/00000001.json", Digest.of("old")));
    SignedEntry written = promote("1");
    assertThat(written.entry().number()).isEqualTo(2);
    LedgerEntry genesis = SignedEntry.read(entries.read(1).orElseThrow()).entry();
    assertThat(genesis.decision().kind()).isEqualTo(EntryKind.GENESIS);
    assertThat(genesis.decision().evidence()).isEqualTo(entries.unsigned());
    assertThat(machine.notices()).singleElement().asString().contains("keep a copy");
    assertThat(machine.verify(entries).findings()).isEmpty();
  }

  @Test
  void anEntryFollowsFromTheOneBefore() {
    SignedEntry first = promote("1");
    SignedEntry second = promote("2");
    assertThat(second.entry().previous()).isEqualTo(first.digest());
    assertThat(second.entry().decision().reason()).isEqualTo("because");
    assertThat(machine.notices()).hasSize(1);
    assertThat(newestFirst()).containsExactly(3L, 2L, 1L);
  }

  private List<Long> newestFirst() {
    return StreamSupport.stream(machine.ledger(entries).reader().newestFirst().spliterator(), false)
        .map(signed -> signed.entry().number())
        .toList();
  }

  @Test
  void writersThatRaceWriteOneAfterTheOther() {
    promote("1");
    IntStream.range(0, 8).parallel().forEach(i -> promote("v" + i));
    assertThat(entries.numbers()).hasSize(10);
    assertThat(machine.verify(entries).findings()).isEmpty();
  }

  @Test
  void aWriteWhoseAnswerGotLostIsNotWrittenTwice() {
    promote("1");
    entries.loseAnswers();
    promote("2");
    assertThat(entries.numbers()).hasSize(3);
  }

  @Test
  void refusesAClockThatIsBehind() {
    promote("1");
    machine.at(machine.now().minusMillis(1));
    assertThatThrownBy(() -> promote("2"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("PT0.001S behind");
    machine.at(machine.now().plusMillis(1));
    assertThat(promote("2").entry().number()).isEqualTo(3);
  }

  @Test
  void aMachineWithoutTheKeyCanVerifyButNotWrite() {
    promote("1");
    LedgerMachine other = new LedgerMachine(temporary.resolve("other"));
    assertThat(other.verify(entries).findings()).isEmpty();
    assertThatThrownBy(() -> other.ledger(entries).append(LedgerMachine.promotion("2", "because")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not on this machine");
    assertThat(other.keys().ids()).isEmpty();
  }

  @Test
  void anotherKeyTakesOver() {
    promote("1");
    Digest old = machine.keys().ids().get(0);
    SignedEntry rotation = machine.ledger(entries).rotate(new Decision.Reasoned("bo", "yearly"));
    Digest next = rotation.entry().decision().key().id();
    assertThat(rotation.envelope().signatures())
        .extracting(signature -> signature.keyId())
        .containsExactly(old, next);
    assertThat(promote("2").envelope().signatures())
        .extracting(signature -> signature.keyId())
        .containsExactly(next);
    assertThat(machine.verify(entries).findings()).isEmpty();
    assertThat(machine.verify(entries).anchor()).contains(old);
  }

  @Test
  void whoHasTheOldKeyOnlyCanNotGoOn() {
    promote("1");
    Digest old = machine.keys().ids().get(0);
    Digest next =
        machine
            .ledger(entries)
            .rotate(new Decision.Reasoned("bo", null))
            .entry()
            .decision()
            .key()
            .id();
    assertThat(machine.keys().file(next).toFile().delete()).isTrue();
    assertThat(machine.keys().holds(old)).isTrue();
    assertThatThrownBy(() -> promote("2")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void thereIsNoKeyToChangeBeforeThereIsALedger() {
    assertThatThrownBy(() -> machine.ledger(entries).rotate(new Decision.Reasoned("bo", null)))
        .isInstanceOf(WorkFailedException.class);
    assertThat(machine.keys().ids()).isEmpty();
  }

  @Test
  void aNewLedgerDoesNotGuessItsKey() {
    machine.keys().create();
    machine.keys().create();
    assertThatThrownBy(() -> promote("1")).hasMessageContaining("several keys");
    assertThat(entries.numbers()).isEmpty();
  }

  @Test
  void nothingIsAddedToALedgerThatWasCutOff() {
    promote("1");
    promote("2");
    entries.remove(3);
    assertThatThrownBy(() -> promote("3"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("ledger_head_lost");
    entries.remove(2);
    entries.remove(1);
    assertThatThrownBy(() -> promote("3")).hasMessageContaining("ledger_head_lost");
    assertThat(entries.numbers()).isEmpty();
  }

  @Test
  void nothingIsAddedAfterAnEntryOfSomeoneElse() {
    promote("1");
    LedgerMachine stranger = new LedgerMachine(temporary.resolve("stranger"));
    MemoryEntries strange = new MemoryEntries();
    stranger.ledger(strange).append(LedgerMachine.promotion("1", "mine"));
    stranger.ledger(strange).append(LedgerMachine.promotion("2", "mine"));
    entries.replace(3, strange.read(3).orElseThrow());
    assertThatThrownBy(() -> promote("3"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("ledger_key_unknown");
  }

  @Test
  void readingBackwardsNoticesAChange() {
    promote("1");
    promote("2");
    entries.replace(2, entries.read(1).orElseThrow());
    assertThatThrownBy(this::newestFirst)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("ledger_chain_broken");
  }

  @Test
  void refusesTextThatATerminalWouldObey() {
    for (String reason : List.of("\u001b[2J", "two\nlines", "\u202eesrever", " ")) {
      assertThatThrownBy(() -> LedgerMachine.promotion("1", reason))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> LedgerMachine.promotion("1", "x".repeat(4001)))
        .isInstanceOf(InvalidInputException.class);
  }
}
