package dev.emovox.cli.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.testing.FakeModels;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.tracking.ModelVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PromotionTest {
  private static final Instant NOW = Instant.parse("2026-01-31T14:30:00Z");

  private final MemoryRegistry registry = new MemoryRegistry();
  private final MemoryLedger ledger = new MemoryLedger();

  private LedgerEntry promote(String version, Packages packages) {
    return new Promotion(registry, packages, ledger, Clock.fixed(NOW, ZoneOffset.UTC))
        .promote(new PromotionRequest(version, "ada", "because"));
  }

  @Test
  void movesTheAliasWritesTheEntryAndTags() {
    LedgerEntry entry = promote("2", digest -> {});
    assertThat(entry)
        .isEqualTo(
            new LedgerEntry(
                1,
                "promote",
                "emovox",
                "2",
                null,
                Statuses.digest("package"),
                "run-2",
                "ada",
                "because",
                NOW));
    assertThat(registry.champion).isEqualTo("2");
    assertThat(registry.tags)
        .containsEntry("emovox.promoted", "2026-01-31T14:30:00Z")
        .containsEntry("emovox.promoted_by", "ada")
        .containsEntry("emovox.ledger_entry", "1");
  }

  @Test
  void namesWhatWasServedBefore() {
    promote("1", digest -> {});
    assertThat(promote("2", digest -> {}).previousVersion()).isEqualTo("1");
    assertThat(ledger.entries).extracting(LedgerEntry::sequence).containsExactly(1L, 2L);
  }

  @Test
  void repeatingWritesNothing() {
    LedgerEntry first = promote("2", digest -> {});
    assertThat(promote("2", digest -> {})).isEqualTo(first);
    assertThat(ledger.entries).hasSize(1);
  }

  @Test
  void anAliasThatWasMovedWithoutAnEntryGetsOne() {
    registry.champion = "2";
    assertThat(promote("2", digest -> {}).previousVersion()).isEqualTo("2");
    assertThat(ledger.entries).hasSize(1);
  }

  @Test
  void refusesADamagedPackageAndChangesNothing() {
    Packages damaged =
        digest -> {
          throw new InvalidInputException("model.json was changed.");
        };
    assertThatThrownBy(() -> promote("2", damaged))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("model.json was changed.");
    assertThat(registry.champion).isNull();
    assertThat(ledger.entries).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsNoDamage() {
    Packages away =
        digest -> {
          throw new ServerUnavailableException("S3 is away.", null);
        };
    assertThatThrownBy(() -> promote("2", away)).isInstanceOf(ServerUnavailableException.class);
  }

  @Test
  void refusesAVersionThatIsNotThere() {
    assertThatThrownBy(() -> promote("9", digest -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no version '9'");
  }

  @Test
  void withoutALedgerNothingIsServed() {
    ledger.away = true;
    assertThatThrownBy(() -> promote("2", digest -> {}))
        .isInstanceOf(ServerUnavailableException.class);
    assertThat(registry.champion).isNull();
  }

  private static final class MemoryLedger implements Ledger {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private boolean away;

    @Override
    public LedgerEntry append(LedgerEntry entry) {
      if (away) {
        throw new ServerUnavailableException("S3 is away.", null);
      }
      entries.add(entry.at(entries.size() + 1L));
      return entries.get(entries.size() - 1);
    }

    @Override
    public Optional<LedgerEntry> newest() {
      return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }
  }

  private static final class MemoryRegistry implements Registry {
    private final Map<String, String> tags = new TreeMap<>();
    private String champion;

    @Override
    public String modelName() {
      return "emovox";
    }

    @Override
    public List<ModelVersion> versions() {
      return List.of(
          FakeModels.version("1", Map.of("emovox.run", "run-1")),
          FakeModels.version("2", Map.of("emovox.run", "run-2")));
    }

    @Override
    public Optional<ModelVersion> champion() {
      return versions().stream().filter(version -> version.version().equals(champion)).findFirst();
    }

    @Override
    public void crown(ModelVersion version) {
      champion = version.version();
    }

    @Override
    public void tag(ModelVersion version, String key, String value) {
      tags.put(key, value);
    }
  }
}
