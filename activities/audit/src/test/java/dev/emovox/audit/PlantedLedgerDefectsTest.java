package dev.emovox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.testing.PromotedRun;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be wrong with a ledger, and between it and the registry: exactly one rule tells of it,
 * in an audit of everything by somebody who never saw that ledger before.
 */
class PlantedLedgerDefectsTest {
  private static final long LAST = PromotedRun.LAST;

  @TempDir private Path folder;

  private record Planted(String what, String rule, Consumer<PromotedRun> plant) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  static Stream<Planted> defects() {
    return Stream.of(entries(), writing(), times(), registry()).flatMap(List::stream);
  }

  private static List<Planted> entries() {
    return List.of(
        new Planted("an entry was removed", "ledger-entry-missing", run -> run.entries().remove(3)),
        new Planted(
            "two entries in a row were removed",
            "ledger-entry-missing",
            run -> {
              run.entries().remove(3);
              run.entries().remove(4);
            }),
        new Planted(
            "two entries were put in each other's place",
            "ledger-entry-misplaced",
            run -> run.entries().swap(3, 4)),
        new Planted(
            "the last two entries were put in each other's place",
            "ledger-entry-misplaced",
            run -> run.entries().swap(4, LAST)),
        new Planted(
            "an old decision was copied to the end",
            "ledger-entry-misplaced",
            run -> run.entries().replace(LAST + 1, run.entries().read(LAST).orElseThrow())),
        new Planted(
            "the end was cut off",
            "ledger-shorter-than-registry",
            run -> run.entries().remove(LAST)),
        new Planted(
            "the bytes of an entry are no entry",
            "ledger-entry-unreadable",
            run -> run.entries().replace(3, new byte[100])));
  }

  private static List<Planted> writing() {
    return List.of(
        new Planted(
            "an entry was re-signed with another key",
            "ledger-key-unknown",
            run -> run.forge(3, run.entry(3), SigningKey.generate())),
        new Planted(
            "the last entry was re-signed with another key",
            "ledger-key-unknown",
            run -> run.forge(LAST, run.entry(LAST), SigningKey.generate())),
        new Planted(
            "the words of an entry were changed under its signature",
            "ledger-signature-invalid",
            PlantedLedgerDefectsTest::changeWords),
        new Planted(
            "an entry was written anew by whoever has the key",
            "ledger-chain-broken",
            run -> run.forge(3, withReason(run.entry(3)), run.key())),
        new Planted(
            "the last entry was written anew by whoever has the key",
            "ledger-shorter-than-registry",
            run -> run.forge(LAST, withReason(run.entry(LAST)), run.key())),
        new Planted(
            "it is another ledger than the auditor was told of",
            "ledger-anchor-differs",
            run -> run.expect(Digest.of("another key"))));
  }

  private static List<Planted> times() {
    return List.of(
        new Planted(
            "the clock went backwards",
            "ledger-clock-backwards",
            run -> run.forge(LAST, withTime(run.entry(LAST), "2026-02-01T08:59:59Z"), run.key())),
        new Planted(
            "the clock is ahead",
            "ledger-clock-ahead",
            run -> run.ledger(60).append(run.entry(LAST).decision())));
  }

  private static List<Planted> registry() {
    return List.of(
        new Planted(
            "the alias was moved outside the platform",
            "ledger-alias-moved",
            run -> run.registry().crown(run.registry().find("2").orElseThrow())),
        new Planted(
            "a decision was not carried out",
            "ledger-decision-not-carried-out",
            run -> run.ledger(4).append(run.entry(3).decision())),
        new Planted(
            "a version has another package than was decided on",
            "ledger-names-another-package",
            run -> run.registry().disguise("1", "2")));
  }

  /** The signature is that of the words before. */
  private static void changeWords(PromotedRun run) {
    byte[] stored = run.entries().read(3).orElseThrow();
    String payload = SignedEntry.read(stored).envelope().payload();
    String other =
        SignedEntry.sign(withReason(run.entry(3)), List.of(run.key())).envelope().payload();
    String changed = new String(stored, StandardCharsets.UTF_8).replace(payload, other);
    run.entries().replace(3, changed.getBytes(StandardCharsets.UTF_8));
  }

  private static LedgerEntry withReason(LedgerEntry entry) {
    Decision decision = entry.decision();
    Decision other =
        Decision.about(
            EntryKind.PROMOTION,
            new Decision.Reasoned(decision.actor(), "something else"),
            decision.model(),
            new Decision.Attested(decision.subjects(), decision.evidence()));
    return new LedgerEntry(entry.number(), entry.previous(), entry.time(), other);
  }

  private static LedgerEntry withTime(LedgerEntry entry, String time) {
    return new LedgerEntry(entry.number(), entry.previous(), Instant.parse(time), entry.decision());
  }

  @Test
  void aLedgerInOrderHasNoFinding() {
    assertThat(new PromotedRun(folder).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void exactlyTheRuleAboutItTells(Planted planted) {
    PromotedRun run = new PromotedRun(folder);

    planted.plant().accept(run);

    List<Finding> findings = run.findings();
    assertThat(findings.stream().map(Finding::rule).distinct())
        .as(findings.toString())
        .containsExactly(planted.rule());
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.evidence()).isNotBlank();
              assertThat(finding.meaning()).endsWith(".");
              assertThat(finding.action()).endsWith(".");
            });
  }
}
