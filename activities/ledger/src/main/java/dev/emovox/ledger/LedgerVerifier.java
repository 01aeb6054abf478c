package dev.emovox.ledger;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.EntryInspection;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Inspected;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.chain.Trust;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every entry of a ledger and goes on behind what is wrong; what only follows from a fault
 * is not told of once more. What it can't see: that the end was cut off, if this machine never saw
 * that end and nothing else names it.
 *
 * <p>One look per object. Not safe for use by several threads.
 */
public final class LedgerVerifier {
  /** How far clocks of machines in order may be apart. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

  /** After these, the stored bytes are not those that the next entry was made behind. */
  private static final Set<Rule> CONDEMNING =
      EnumSet.of(
          Rule.LEDGER_ENTRY_UNREADABLE,
          Rule.LEDGER_ENTRY_MISPLACED,
          Rule.LEDGER_SIGNATURE_INVALID,
          Rule.LEDGER_KEY_UNKNOWN);

  private final EntryStore store;
  private final TrustAnchor anchor;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Trust> trust = Optional.empty();
  private ChainHead head;
  private Digest first;
  private SignedEntry lastDecision;

  /** Whether what was before is gone or condemned, so that nothing can follow from it. */
  private boolean brokenOff;

  /** A look at {@code store}. */
  public LedgerVerifier(EntryStore store, TrustAnchor anchor, Clock clock) {
    this.store = store;
    this.anchor = anchor;
    this.now = clock.instant();
  }

  /** Looks at all of it; a ledger without any fault is remembered. */
  public Verification verify() {
    trust = anchor.memory().load();
    TrustAnchor.Origin origin = anchor.origin();
    long expected = 1;
    List<Long> numbers = List.copyOf(store.numbers());
    for (long number : numbers) {
      checkGap(expected, number - 1);
      store.read(number).ifPresentOrElse(bytes -> look(number, bytes), () -> missing(number));
      expected = number + 1;
    }
    checkRemembered(expected - 1);
    Optional.ofNullable(first).flatMap(anchor::objection).ifPresent(findings::add);
    if (findings.isEmpty() && head != null) {
      anchor.memory().save(new Trust(first, head));
    }
    return new Verification(
        numbers.size(),
        Optional.ofNullable(first),
        origin,
        Optional.ofNullable(head),
        Optional.ofNullable(lastDecision),
        findings);
  }

  private void checkGap(long from, long to) {
    if (from == to) {
      missing(from);
    } else if (from < to) {
      brokenOff = true;
      String subject = "entries %d to %d".formatted(from, to);
      findings.add(Finding.of(Rule.LEDGER_ENTRY_MISSING, subject, "nothing lies there"));
    }
  }

  private void missing(long number) {
    brokenOff = true;
    findings.add(Finding.at(number, Rule.LEDGER_ENTRY_MISSING, "nothing lies there"));
  }

  private void look(long number, byte[] stored) {
    Inspected inspected = EntryInspection.inspect(head, number, stored);
    inspected.findings().stream().filter(found -> !isEcho(found)).forEach(findings::add);
    brokenOff = inspected.findings().stream().anyMatch(found -> CONDEMNING.contains(found.rule()));
    head = inspected.head();
    if (!brokenOff) {
      trust.map(Trust::head).ifPresent(seen -> compare(seen, number, stored));
    }
    if (inspected.entry() != null) {
      look(inspected.entry());
    }
  }

  /** That an entry does not follow from one that is told of already says nothing more. */
  private boolean isEcho(Finding found) {
    return brokenOff && found.rule() == Rule.LEDGER_CHAIN_BROKEN;
  }

  private void look(SignedEntry signed) {
    long number = signed.entry().number();
    Instant time = signed.entry().time();
    if (time.isAfter(now.plus(CLOCKS_APART))) {
      String evidence = "it is from %s, and here it is %s".formatted(time, now);
      findings.add(Finding.at(number, Rule.LEDGER_CLOCK_AHEAD, evidence));
    }
    EntryKind kind = signed.entry().decision().kind();
    if (kind == EntryKind.GENESIS && first == null) {
      first = signed.entry().decision().key().id();
      checkUnsigned(signed.entry().decision().evidence());
    }
    if (kind.decidesWhatIsServed() && isLater(number)) {
      lastDecision = signed;
    }
  }

  /** By the entry's own number, wherever it lies. */
  private boolean isLater(long number) {
    return lastDecision == null || number > lastDecision.entry().number();
  }

  private void checkUnsigned(List<Resource> recorded) {
    if (recorded.isEmpty()) {
      return;
    }
    List<Resource> found = store.unsignedEntries();
    recorded.stream()
        .filter(resource -> !found.contains(resource))
        .map(
            resource ->
                Finding.of(
                    Rule.LEDGER_OLD_ENTRY_CHANGED,
                    resource.name(),
                    "it was %s when the ledger began".formatted(resource.digest())))
        .forEach(findings::add);
  }

  private void compare(ChainHead seen, long number, byte[] stored) {
    Digest found = Digest.of(stored);
    if (seen.number() == number && !seen.digest().equals(found)) {
      String evidence = "it was %s here, and is %s".formatted(seen.digest(), found);
      findings.add(Finding.at(number, Rule.LEDGER_HEAD_LOST, evidence));
    }
  }

  private void checkRemembered(long last) {
    trust
        .map(Trust::head)
        .filter(seen -> seen.number() > last)
        .ifPresent(
            seen ->
                findings.add(
                    Finding.at(
                        seen.number(),
                        Rule.LEDGER_HEAD_LOST,
                        "the ledger ends with entry %d (remembered in %s)"
                            .formatted(last, anchor.memory().location()))));
  }
}
