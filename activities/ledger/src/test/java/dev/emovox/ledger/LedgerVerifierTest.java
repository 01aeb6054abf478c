package dev.emovox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.EntryInspection;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Inspected;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.ledger.testing.MemoryEntries;
import dev.emovox.ledger.testing.MemoryTrust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants one fault each in a ledger of genesis, promotion, key rotation, promotion, promotion. */
class LedgerVerifierTest {
  private static final Instant START = Instant.parse("2026-01-31T14:30:00Z");
  private static final int ENTRIES = 5;

  @TempDir private Path temporary;
  private final MemoryEntries entries = new MemoryEntries();
  private LedgerMachine writer;

  @BeforeEach
  void write() {
    writer = new LedgerMachine(temporary.resolve("keys"));
    entries.unsigned().add(new Resource("ledger/00000001.json", Digest.of("old")));
    Ledger ledger = writer.at(START).ledger(entries);
    ledger.append(LedgerMachine.promotion("1", "first"));
    ledger.rotate(new Decision.Reasoned("bo", "yearly"));
    writer.at(START.plusSeconds(1)).ledger(entries).append(LedgerMachine.promotion("2", "second"));
    writer.at(START.plusSeconds(2)).ledger(entries).append(LedgerMachine.promotion("3", "third"));
  }

  /** A look by someone who never saw this ledger. */
  private List<Finding> fresh(MemoryEntries looked) {
    return new LedgerMachine(temporary.resolve("auditor"))
        .at(START.plusSeconds(60))
        .verify(looked)
        .findings();
  }

  private static List<Rule> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).distinct().toList();
  }

  private LedgerEntry entry(long number) {
    return SignedEntry.read(entries.read(number).orElseThrow()).entry();
  }

  private void forge(long number, LedgerEntry entry, SigningKey... keys) {
    entries.replace(number, SignedEntry.sign(entry, List.of(keys)).stored());
  }

  private SigningKey keyOf(long number) {
    SignedEntry signed = SignedEntry.read(entries.read(number).orElseThrow());
    return writer.keys().key(signed.envelope().signatures().get(0).keyId());
  }

  @Test
  void aLedgerInOrderHasNoFindings() {
    assertThat(entries.numbers()).hasSize(ENTRIES);
    assertThat(fresh(entries)).isEmpty();
    assertThat(writer.verify(entries).findings()).isEmpty();
  }

  /** Found at the entry itself, whatever follows it and whatever is remembered. */
  @Test
  void everyFlippedByteIsFound() {
    ChainHead before = null;
    for (long number : entries.numbers()) {
      byte[] whole = entries.read(number).orElseThrow();
      for (int at = 0; at < whole.length; at++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << (at % 8));
        assertThat(EntryInspection.inspect(before, number, flipped).findings())
            .as("entry %d, byte %d", number, at)
            .isNotEmpty();
      }
      before = EntryInspection.inspect(before, number, whole).head();
    }
  }

  @Test
  void everyTruncationIsFound() {
    byte[] whole = entries.read(ENTRIES).orElseThrow();
    ChainHead before = writer.trust().load().orElseThrow().head();
    for (int length = 0; length < whole.length; length++) {
      Inspected cut = EntryInspection.inspect(before, ENTRIES, Arrays.copyOf(whole, length));
      assertThat(rules(cut.findings())).containsExactly(Rule.LEDGER_ENTRY_UNREADABLE);
    }
  }

  @Test
  void aRemovedEntryIsMissed() {
    entries.remove(2);
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_ENTRY_MISSING);
  }

  @Test
  void aLedgerWithoutItsBeginningIsMissed() {
    entries.remove(1);
    assertThat(rules(fresh(entries))).contains(Rule.LEDGER_ENTRY_MISSING);
    entries.remove(2);
    assertThat(fresh(entries).get(0).subject()).isEqualTo("entries 1 to 2");
  }

  @Test
  void reorderedEntriesAreFound() {
    byte[] fourth = entries.read(4).orElseThrow();
    entries.replace(4, entries.read(5).orElseThrow());
    entries.replace(5, fourth);
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_ENTRY_MISPLACED);
  }

  @Test
  void anEntryUnderANewNumberIsFound() {
    entries.replace(6, entries.read(5).orElseThrow());
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_ENTRY_MISPLACED);
  }

  @Test
  void anEntrySignedByAStrangerIsFound() {
    forge(5, entry(5), SigningKey.generate());
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_KEY_UNKNOWN);
  }

  @Test
  void anEntrySignedByTheOldKeyIsFound() {
    forge(5, entry(5), keyOf(2));
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_KEY_UNKNOWN);
  }

  @Test
  void aSignatureTooManyIsFound() {
    forge(5, entry(5), keyOf(5), SigningKey.generate());
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_KEY_UNKNOWN);
  }

  @Test
  void aRotationWithoutTheNewKeysSignatureIsFound() {
    forge(3, entry(3), keyOf(3));
    assertThat(rules(fresh(entries))).contains(Rule.LEDGER_KEY_UNKNOWN);
  }

  @Test
  void changedWordsAreFound() {
    String stored = new String(entries.read(5).orElseThrow(), StandardCharsets.UTF_8);
    LedgerEntry entry = entry(5);
    LedgerEntry other = withReason(entry, "something else");
    String changed = SignedEntry.sign(other, List.of(keyOf(5))).envelope().payload();
    String payload = SignedEntry.read(entries.read(5).orElseThrow()).envelope().payload();
    entries.replace(5, stored.replace(payload, changed).getBytes(StandardCharsets.UTF_8));
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_SIGNATURE_INVALID);
  }

  private static LedgerEntry withReason(LedgerEntry entry, String reason) {
    String version = entry.decision().model().version();
    return new LedgerEntry(
        entry.number(), entry.previous(), entry.time(), LedgerMachine.promotion(version, reason));
  }

  /** Whoever has the key can write an entry anew; the next one and everyone's memory tell. */
  @Test
  void anEntryWrittenAnewByTheKeysOwnerIsFound() {
    forge(4, withReason(entry(4), "something else"), keyOf(4));
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_CHAIN_BROKEN);
  }

  @Test
  void theLastEntryWrittenAnewIsFoundByMemoryOnly() {
    forge(5, withReason(entry(5), "something else"), keyOf(5));
    assertThat(fresh(entries)).isEmpty();
    assertThat(rules(writer.verify(entries).findings())).containsExactly(Rule.LEDGER_HEAD_LOST);
  }

  @Test
  void aCutEndIsFoundByMemoryOnly() {
    entries.remove(5);
    assertThat(fresh(entries)).isEmpty();
    assertThat(rules(writer.verify(entries).findings())).containsExactly(Rule.LEDGER_HEAD_LOST);
    assertThat(writer.trust().load().orElseThrow().head().number()).isEqualTo(ENTRIES);
  }

  @Test
  void aClockThatWentBackIsFound() {
    LedgerEntry entry = entry(5);
    Instant before = START.minusSeconds(1);
    forge(5, new LedgerEntry(5, entry.previous(), before, entry.decision()), keyOf(5));
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_CLOCK_BACKWARDS);
  }

  @Test
  void aClockThatIsAheadIsFound() {
    LedgerEntry entry = entry(5);
    Instant later = START.plusSeconds(3600);
    forge(5, new LedgerEntry(5, entry.previous(), later, entry.decision()), keyOf(5));
    assertThat(fresh(entries))
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(Rule.LEDGER_CLOCK_AHEAD))
        .satisfies(found -> assertThat(found.severity()).isEqualTo("warning"));
  }

  @Test
  void anotherLedgerIsNotTakenForThisOne() {
    MemoryEntries other = new MemoryEntries();
    LedgerMachine stranger = new LedgerMachine(temporary.resolve("stranger")).at(START);
    for (int number = 2; number <= ENTRIES; number++) {
      stranger.ledger(other).append(LedgerMachine.promotion("1", "mine"));
    }
    assertThat(rules(writer.verify(other).findings()))
        .containsExactlyInAnyOrder(Rule.LEDGER_HEAD_LOST, Rule.LEDGER_ANCHOR_DIFFERS);
  }

  @Test
  void aPersonMaySayWhichKeyIsTheFirst() {
    Digest first = entry(1).decision().key().id();
    assertThat(configured(first).findings()).isEmpty();
    assertThat(configured(first).origin()).isEqualTo(TrustAnchor.Origin.CONFIGURED);
    assertThat(rules(configured(Digest.of("another")).findings()))
        .containsExactly(Rule.LEDGER_ANCHOR_DIFFERS);
  }

  private Verification configured(Digest key) {
    TrustAnchor anchor = new TrustAnchor(Optional.of(key), new MemoryTrust());
    return new LedgerVerifier(entries, anchor, Clock.systemUTC()).verify();
  }

  @Test
  void aMachineRemembersWhatItSaw() {
    LedgerMachine auditor =
        new LedgerMachine(temporary.resolve("auditor")).at(START.plusSeconds(9));
    assertThat(auditor.verify(entries).origin()).isEqualTo(TrustAnchor.Origin.FIRST_SEEN);
    assertThat(auditor.verify(entries).origin()).isEqualTo(TrustAnchor.Origin.REMEMBERED);
  }

  @Test
  void aLedgerWithFaultsIsNotRemembered() {
    entries.remove(2);
    LedgerMachine auditor =
        new LedgerMachine(temporary.resolve("auditor")).at(START.plusSeconds(9));
    auditor.verify(entries);
    assertThat(auditor.trust().load()).isEmpty();
  }

  @Test
  void changedUnsignedEntriesAreFound() {
    entries.unsigned().clear();
    assertThat(rules(fresh(entries))).containsExactly(Rule.LEDGER_OLD_ENTRY_CHANGED);
  }

  @Test
  void hostileBytesAreRefusedWithTheNumber() {
    for (byte[] hostile :
        List.of(new byte[0], new byte[(1 << 20) + 1], "[[[[".getBytes(StandardCharsets.UTF_8))) {
      entries.replace(5, hostile);
      assertThat(fresh(entries))
          .singleElement()
          .satisfies(found -> assertThat(found.subject()).isEqualTo("entry 5"))
          .satisfies(found -> assertThat(found.rule()).isEqualTo(Rule.LEDGER_ENTRY_UNREADABLE));
    }
  }

  @Test
  void nothingIsWrongWithNothing() {
    assertThat(fresh(new MemoryEntries())).isEmpty();
  }
}
