package dev.emovox.ledger.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.ledger.testing.MemoryEntries;
import dev.emovox.ledger.testing.MemoryRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionTest {
  private final MemoryRegistry registry = new MemoryRegistry();
  private final MemoryEntries entries = new MemoryEntries();

  @TempDir private Path keys;
  private LedgerMachine machine;
  private Packages packages =
      digest -> new Decision.Attested(List.of(new Resource("package.json", digest)), List.of());

  @BeforeEach
  void makeMachine() {
    machine = new LedgerMachine(keys);
  }

  private Promotion promotion() {
    return new Promotion(registry, packages, machine.ledger(entries));
  }

  private SignedEntry promote(String version) {
    return promotion().promote(new PromotionRequest(version, "ada", "because"));
  }

  private SignedEntry rollback(String version) {
    return promotion()
        .rollback(new RollbackRequest(Optional.ofNullable(version), "bo", "errors on calls"));
  }

  private String served() {
    return registry.champion().orElseThrow().version();
  }

  private List<Rule> findings() {
    return new RegistryInspection(registry, entries)
        .inspect(machine.verify(entries)).stream().map(Finding::rule).toList();
  }

  @Test
  void writesTheEntryMovesTheAliasAndTags() {
    SignedEntry entry = promote("2");
    assertThat(entry.entry().number()).isEqualTo(2);
    assertThat(entry.entry().decision().kind()).isEqualTo(EntryKind.PROMOTION);
    assertThat(entry.entry().decision().model())
        .isEqualTo(new ServedModel("emovox", "2", null, Digest.of("package of 2"), "run-2"));
    assertThat(served()).isEqualTo("2");
    assertThat(registry.tags("2"))
        .containsEntry("emovox.promoted", "2026-02-01T00:00:00Z")
        .containsEntry("emovox.promoted_by", "ada")
        .containsEntry("emovox.ledger_entry", "2")
        .containsEntry("emovox.ledger_digest", entry.digest().toString());
    assertThat(findings()).isEmpty();
  }

  @Test
  void namesWhatWasServedBefore() {
    promote("1");
    assertThat(promote("2").entry().decision().model().previousVersion()).isEqualTo("1");
  }

  @Test
  void repeatingWritesNothing() {
    SignedEntry first = promote("2");
    assertThat(promote("2")).isEqualTo(first);
    assertThat(entries.numbers()).hasSize(2);
  }

  @Test
  void anAliasThatWasMovedWithoutAnEntryGetsOne() {
    registry.move("2");
    assertThat(promote("2").entry().decision().model().previousVersion()).isEqualTo("2");
    assertThat(entries.numbers()).hasSize(2);
  }

  @Test
  void refusesADamagedPackageAndChangesNothing() {
    packages =
        digest -> {
          throw new InvalidInputException("model.json was changed.");
        };
    assertThatThrownBy(() -> promote("2"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("model.json was changed.");
    assertThat(registry.champion()).isEmpty();
    assertThat(entries.numbers()).isEmpty();
    assertThat(machine.keys().ids()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsNoDamage() {
    packages =
        digest -> {
          throw new ServerUnavailableException("S3 is away.", null);
        };
    assertThatThrownBy(() -> promote("2")).isInstanceOf(ServerUnavailableException.class);
  }

  @Test
  void refusesAVersionThatIsNotThere() {
    assertThatThrownBy(() -> promote("9"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no version '9'");
  }

  @Test
  void withALedgerThatCanNotBeReliedOnNothingIsServed() {
    promote("1");
    entries.remove(2);
    assertThatThrownBy(() -> promote("2")).isInstanceOf(WorkFailedException.class);
    assertThat(served()).isEqualTo("1");
  }

  /** The alias is the first write to the registry, four tags follow. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aPromotionThatWasKilledIsCompletedByTheSameAgain(int writes) {
    promote("1");
    registry.killAfter(writes);
    assertThatThrownBy(() -> promote("2")).isInstanceOf(ServerUnavailableException.class);
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(findings())
        .isEqualTo(writes == 0 ? List.of(Rule.LEDGER_DECISION_NOT_CARRIED_OUT) : List.of());
    assertThat(promote("2").entry().number()).isEqualTo(3);
    assertThat(served()).isEqualTo("2");
    assertThat(registry.tags("2")).containsEntry("emovox.ledger_entry", "3");
    assertThat(findings()).isEmpty();
  }

  @Test
  void aPromotionThatWasKilledCanBeResumedOrOverruled() {
    promote("1");
    registry.killAfter(0);
    assertThatThrownBy(() -> promote("2")).isInstanceOf(ServerUnavailableException.class);
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(promotion().resume().entry().number()).isEqualTo(3);
    assertThat(served()).isEqualTo("2");
    registry.killAfter(0);
    assertThatThrownBy(() -> promote("1")).isInstanceOf(ServerUnavailableException.class);
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(promote("3").entry().decision().model().previousVersion()).isEqualTo("2");
    assertThat(registry.crowned()).containsExactly("1", "2", "3");
  }

  @Test
  void aRollbackThatWasKilledIsCompletedByTheSameAgain() {
    promote("1");
    promote("2");
    promote("3");
    registry.killAfter(0);
    assertThatThrownBy(() -> rollback(null)).isInstanceOf(ServerUnavailableException.class);
    registry.killAfter(Integer.MAX_VALUE);
    assertThat(rollback(null).entry().number()).isEqualTo(5);
    assertThat(served()).isEqualTo("2");
  }

  @Test
  void nothingToResumeIsSaid() {
    assertThatThrownBy(() -> promotion().resume()).isInstanceOf(InvalidInputException.class);
  }

  /** Another promotion happens as a whole between this one's entry and its alias. */
  @Test
  void theLaterEntryDecides() {
    promote("1");
    registry.beforeCrown(() -> promote("3"));
    assertThat(promote("2").entry().number()).isEqualTo(3);
    assertThat(registry.crowned()).containsExactly("1", "3", "2", "3");
    assertThat(findings()).isEmpty();
  }

  @Test
  void promotionsAtOnceEndWithTheLastEntry() {
    promote("1");
    IntStream.range(0, 12).parallel().forEach(i -> promote(Integer.toString(1 + i % 3)));
    SignedEntry last = machine.verify(entries).lastDecision().orElseThrow();
    assertThat(served()).isEqualTo(last.entry().decision().model().version());
    assertThat(findings()).isEmpty();
    assertThat(machine.verify(entries).findings()).isEmpty();
  }

  @Test
  void rollbacksLeadBackOneByOne() {
    promote("1");
    promote("2");
    promote("3");
    SignedEntry first = rollback(null);
    assertThat(first.entry().decision().kind()).isEqualTo(EntryKind.ROLLBACK);
    assertThat(first.entry().decision().actor()).isEqualTo("bo");
    assertThat(first.entry().decision().model().previousVersion()).isEqualTo("3");
    assertThat(served()).isEqualTo("2");
    rollback(null);
    assertThat(served()).isEqualTo("1");
    assertThatThrownBy(() -> rollback(null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no version that was served before");
    assertThat(findings()).isEmpty();
  }

  @Test
  void rollbackGoesToAnyVersionThatWasServed() {
    promote("1");
    promote("2");
    promote("3");
    rollback("1");
    assertThat(served()).isEqualTo("1");
    assertThatThrownBy(() -> rollback("1")).hasMessageContaining("served now");
    assertThatThrownBy(() -> rollback(null)).isInstanceOf(InvalidInputException.class);
    rollback("3");
    assertThat(served()).isEqualTo("3");
  }

  @Test
  void rollbackGoesToNothingElse() {
    promote("1");
    assertThatThrownBy(() -> rollback("2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("never served");
    assertThat(entries.numbers()).hasSize(2);
  }

  @Test
  void rollbackGoesToWhatWasServedBeforeThereWasALedger() {
    registry.move("1");
    promote("2");
    rollback(null);
    assertThat(served()).isEqualTo("1");
  }

  @Test
  void anAliasThatSomethingElseMovedIsFoundAndCanBeMovedBack() {
    promote("1");
    promote("2");
    registry.move("1");
    assertThat(findings()).containsExactly(Rule.LEDGER_ALIAS_MOVED);
    promotion().resume();
    assertThat(served()).isEqualTo("2");
    registry.move("3");
    assertThat(promote("2").entry().number()).isEqualTo(4);
    assertThat(findings()).isEmpty();
  }

  @Test
  void theRegistryTellsOfALedgersLostEnd() {
    promote("1");
    promote("2");
    entries.remove(3);
    machine = new LedgerMachine(keys);
    assertThat(findings()).containsExactly(Rule.LEDGER_SHORTER_THAN_REGISTRY);
  }

  @Test
  void whatTheChainItselfTellsOfIsNotTheRegistrysMatter() {
    promote("1");
    promote("2");
    byte[] second = entries.read(2).orElseThrow();
    entries.remove(2);
    machine = new LedgerMachine(keys);
    assertThat(findings()).isEmpty();
    entries.replace(2, new byte[10]);
    assertThat(findings()).isEmpty();
    entries.remove(3);
    entries.replace(2, second);
    assertThat(findings()).containsExactly(Rule.LEDGER_SHORTER_THAN_REGISTRY);
  }
}
