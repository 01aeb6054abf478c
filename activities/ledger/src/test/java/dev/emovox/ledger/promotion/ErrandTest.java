package dev.emovox.ledger.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.ledger.testing.MemoryEntries;
import dev.emovox.ledger.testing.MemoryRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions in steps, each of which may be repeated. */
class ErrandTest {
  private static final Resource GATE = new Resource("gate-report", Digest.of("report"));

  private final MemoryRegistry registry = new MemoryRegistry();
  private final MemoryEntries entries = new MemoryEntries();

  @TempDir private Path keys;
  private LedgerMachine machine;

  @BeforeEach
  void makeMachine() {
    machine = new LedgerMachine(keys);
  }

  private Promotion promotion() {
    return new Promotion(
        registry,
        digest -> new Decision.Attested(List.of(new Resource("package.json", digest)), List.of()),
        machine.ledger(entries));
  }

  private Errand errand(String request) {
    Prospect prospect = promotion().prospect("2");
    return new Errand(
        Digest.of(request),
        prospect.head(),
        Optional.ofNullable(prospect.model().previousVersion()),
        List.of(GATE));
  }

  private SignedEntry promote(String version, Errand errand) {
    return promotion().promote(new PromotionRequest(version, "ada", "why", Optional.of(errand)));
  }

  private SignedEntry promote(String version) {
    return promotion().promote(new PromotionRequest(version, "ada", "why"));
  }

  private SignedEntry rollback(Errand errand) {
    return promotion()
        .rollback(new RollbackRequest(Optional.of("1"), "bo", null, Optional.of(errand)));
  }

  private String served() {
    return registry.champion().orElseThrow().version();
  }

  @Test
  void lookingChangesNothing() {
    promote("1");
    Prospect prospect = promotion().prospect("2");
    assertThat(prospect.head()).isEqualTo(2);
    assertThat(prospect.model().version()).isEqualTo("2");
    assertThat(prospect.model().previousVersion()).isEqualTo("1");
    assertThat(entries.numbers()).hasSize(2);
    assertThat(served()).isEqualTo("1");
    assertThatThrownBy(() -> promotion().prospect("9")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void theEntryNamesRequestAndEvidence() {
    Errand errand = errand("one");
    Resource approval = new Resource("approval", Digest.of("entry"));
    SignedEntry entry = promote("2", errand.resting(approval));
    assertThat(entry.entry().decision().evidence())
        .containsExactly(new Resource("promotion-request", Digest.of("one")), GATE, approval);
    assertThat(promotion().standing("2")).contains(entry);
    assertThat(promotion().standing("1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aStepThatWasKilledIsCompletedOnce(int writes) {
    promote("1");
    Errand errand = errand("one");
    registry.killAfter(writes);
    if (writes < 5) {
      assertThatThrownBy(() -> promote("2", errand)).isInstanceOf(ServerUnavailableException.class);
    } else {
      promote("2", errand);
    }
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(promote("2", errand).entry().number()).isEqualTo(3);
    assertThat(entries.numbers()).hasSize(3);
    assertThat(served()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5})
  void aRollbackThatWasKilledIsCompletedOnce(int writes) {
    promote("1");
    promote("2");
    assertThat(promotion().rollbackTarget(Optional.empty())).isEqualTo("1");
    Errand errand = errand("back");
    registry.killAfter(writes);
    if (writes < 5) {
      assertThatThrownBy(() -> rollback(errand)).isInstanceOf(ServerUnavailableException.class);
      assertThat(writes > 0 || promotion().rollbackTarget(Optional.empty()).equals("1")).isTrue();
    } else {
      rollback(errand);
    }
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(rollback(errand).entry().number()).isEqualTo(4);
    assertThat(entries.numbers()).hasSize(4);
    assertThat(served()).isEqualTo("1");
  }

  @Test
  void anotherChampionThanTheOneThatWasComparedWithIsNotReplaced() {
    promote("1");
    Errand errand = errand("one");
    promote("3");
    assertThatThrownBy(() -> promote("2", errand))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("version 1 was served when")
        .hasMessageContaining("version 3 is served now");
    assertThatThrownBy(() -> rollback(errand)).isInstanceOf(WorkFailedException.class);
    assertThat(served()).isEqualTo("3");
    assertThat(entries.numbers()).hasSize(3);
  }

  @Test
  void opinionsAreRecordedOnceAndMoveNothing() {
    promote("1");
    Errand errand = errand("one");
    Opinion opinion =
        new Opinion(
            false, new Decision.Reasoned("grace", "too early"), promotion().prospect("2").model());
    SignedEntry entry = promotion().record(opinion, errand);
    assertThat(entry.entry().decision().kind()).isEqualTo(EntryKind.REJECTION);
    assertThat(entry.entry().decision().actor()).isEqualTo("grace");
    assertThat(entry.entry().decision().evidence()).contains(GATE);
    assertThat(promotion().record(opinion, errand)).isEqualTo(entry);
    Opinion other = new Opinion(true, new Decision.Reasoned("grace", null), opinion.model());
    assertThat(promotion().record(other, errand).entry().number()).isEqualTo(4);
    assertThat(promotion().record(opinion, errand("two")).entry().number()).isEqualTo(5);
    assertThat(served()).isEqualTo("1");
    assertThat(machine.verify(entries).findings()).isEmpty();
  }

  @Test
  void aClosedGateIsRecordedOnceAndMovesNothing() {
    promote("1");
    Errand errand = errand("one");
    Decision.Reasoned gate = new Decision.Reasoned("gate strict", "accuracy: too low.");
    SignedEntry entry = promotion().refuse(gate, promotion().prospect("2").model(), errand);
    assertThat(entry.entry().decision().kind()).isEqualTo(EntryKind.REFUSAL);
    assertThat(entry.entry().decision().evidence()).contains(GATE);
    assertThat(promotion().refuse(gate, promotion().prospect("2").model(), errand))
        .isEqualTo(entry);
    assertThat(promotion().standing("1")).isPresent();
    assertThat(served()).isEqualTo("1");
    assertThat(machine.verify(entries).findings()).isEmpty();
    assertThat(promote("2").entry().decision().model().previousVersion()).isEqualTo("1");
  }
}
