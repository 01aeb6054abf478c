package dev.emovox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.testing.CleanRun;
import dev.emovox.audit.testing.MadeRun;
import dev.emovox.audit.testing.MemoryRegistry;
import dev.emovox.audit.testing.MemoryRuns;
import dev.emovox.audit.testing.Plant;
import dev.emovox.audit.testing.Recorded;
import dev.emovox.audit.testing.Steps;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.records.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private final List<dev.emovox.ledger.chain.Finding> ledgerFindings = new ArrayList<>();
  private final Map<String, RunRecord> records = new TreeMap<>();
  private final List<String> progress = new ArrayList<>();
  private MemoryRegistry registry;
  private MadeRun run;

  @BeforeEach
  void makeRun() {
    use(CleanRun.with(Plant.nothing()));
  }

  private void use(MadeRun made) {
    run = made;
    records.clear();
    records.put(run.plan().runId(), new RunRecord(run.plan(), Optional.of(run.status())));
    registry = MemoryRegistry.with(run);
  }

  private Audit audit() {
    return new Audit(
        new AuditSources(
            new MemoryRuns(records),
            run.evidence(),
            id -> Optional.ofNullable(run.tracked()),
            registry,
            () -> new AuditedLedger.Look(2, List.of(), ledgerFindings)),
        progress::add);
  }

  private static List<String> rules(AuditResult result) {
    return result.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void everythingIsClean() {
    AuditResult result = audit().ofEverything();

    assertThat(result.isClean()).as(result.findings().toString()).isTrue();
    assertThat(result.checked().runs()).containsExactly("tiny-1");
    assertThat(result.checked().versions()).containsExactly("1");
    assertThat(result.checked().ledgerEntries()).isEqualTo(2);
    assertThat(result.checked().artifacts()).isGreaterThan(20);
    assertThat(progress).anyMatch(line -> line.contains("artefacts"));
  }

  @Test
  void aVersionIsLookedAtWithItsRunAndTheLedger() {
    use(CleanRun.with(Plant.at(Steps.PLAN, Recorded::sevenVersions)));
    ledgerFindings.add(
        dev.emovox.ledger.chain.Finding.of(Rule.LEDGER_ALIAS_MOVED, "emovox", "version 2"));

    assertThat(rules(audit().of("1"))).contains("test-time-augmentation", "ledger-alias-moved");
    assertThat(rules(audit().ofModel("1"))).doesNotContain("ledger-alias-moved");
  }

  @Test
  void aRunIsNotTheLedgersMatter() {
    ledgerFindings.add(
        dev.emovox.ledger.chain.Finding.of(Rule.LEDGER_ALIAS_MOVED, "emovox", "version 2"));

    assertThat(audit().of("tiny-1").isClean()).isTrue();
  }

  @Test
  void anUnknownNameIsAWrongRequestThatSaysWhatThereIs() {
    assertThatThrownBy(() -> audit().of("tiny-2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("tiny-2", "tiny-1", "./emovox models");
    assertThatThrownBy(() -> audit().ofVersion("7"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'7'", "[1]");
  }

  @Test
  void aRunThatGoesOnIsNoFinding() {
    records.put("tiny-2", new RunRecord(run.plan(), Optional.empty()));

    AuditResult result = audit().ofEverything();

    assertThat(result.isClean()).isTrue();
    assertThat(result.checked().runs()).containsExactly("tiny-1");
  }

  @Test
  void aRecordThatLacksSomethingIsAFinding() {
    use(CleanRun.with(Plant.at(Steps.STATUS, Recorded::withoutValidation)));

    assertThat(rules(audit().of("tiny-1"))).containsOnly("artifact-unreadable");
  }

  @Test
  void aVersionWhoseRunIsNotOnRecord() {
    registry.tagged("emovox.run", "nobody-1");

    assertThat(rules(audit().ofModel("1"))).containsExactly("version-not-of-its-run");
  }

  @Test
  void aVersionThatShowsAnotherScore() {
    registry.tagged("emovox.accuracy", "0.999");

    assertThat(rules(audit().ofModel("1"))).containsExactly("registry-score-differs");
  }

  @Test
  void aVersionOfAnotherFolder() {
    registry.movedTo("s3://emovox/models/" + Digest.of("other").hex() + "/");

    assertThat(rules(audit().ofModel("1"))).containsExactly("version-not-addressed-by-digest");
  }

  @Test
  void aVersionWhoseFileIsGone() {
    String model = run.status().models().get(0).modelPackage().outputs().get(1).artifact().uri();
    run.evidence().without(model);

    assertThat(rules(audit().ofModel("1")))
        .containsExactlyInAnyOrder("artifact-missing", "package-damaged");
  }
}
