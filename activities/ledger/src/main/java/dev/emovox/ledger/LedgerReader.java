package dev.emovox.ledger;

import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.EntryInspection;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Inspected;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.chain.Trust;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a ledger for those who act on it: the first breach of a rule is an error. What was verified
 * once from this machine is not verified again, only that it is still there; {@link LedgerVerifier}
 * looks at everything.
 *
 * <p>Safe for use by several threads as far as its store is.
 */
public final class LedgerReader {
  private final EntryStore store;
  private final TrustAnchor anchor;

  /** A reader of {@code store}. */
  public LedgerReader(EntryStore store, TrustAnchor anchor) {
    this.store = store;
    this.anchor = anchor;
  }

  /**
   * Where the chain stands; nothing if the ledger is empty. It is remembered.
   *
   * @throws WorkFailedException if what is new since the last time breaks a rule, or what was there
   *     is not any more
   */
  public Optional<ChainHead> head() {
    NavigableSet<Long> numbers = store.numbers();
    Optional<Trust> trust = anchor.memory().load();
    trust.map(Trust::head).ifPresent(this::requireStillThere);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(walk(trust, numbers.last()));
  }

  private ChainHead walk(Optional<Trust> trust, long last) {
    ChainHead head = trust.map(Trust::head).orElse(null);
    Digest first = trust.map(Trust::anchor).orElse(null);
    for (long number = head == null ? 1 : head.number() + 1; number <= last; number++) {
      head = next(head, number);
      first = first == null ? head.key().id() : first;
    }
    anchor.objection(first).ifPresent(this::refuse);
    if (trust.isEmpty() || trust.get().head().number() < head.number()) {
      anchor.memory().save(new Trust(first, head));
    }
    return head;
  }

  /** Remembers where the chain stands after an entry that was just written behind its head. */
  void remember(ChainHead written) {
    anchor
        .memory()
        .load()
        .filter(trust -> trust.head().number() < written.number())
        .ifPresent(trust -> anchor.memory().save(new Trust(trust.anchor(), written)));
  }

  private ChainHead next(ChainHead before, long number) {
    Inspected inspected = EntryInspection.inspect(before, number, bytes(number));
    inspected.findings().forEach(this::refuse);
    return inspected.head();
  }

  private void requireStillThere(ChainHead remembered) {
    Optional<Digest> found = store.read(remembered.number()).map(Digest::of);
    if (!found.equals(Optional.of(remembered.digest()))) {
      String evidence =
          "it was %s, and now it is %s; %s remembers"
              .formatted(
                  remembered.digest(),
                  found.map(Digest::toString).orElse("not there"),
                  anchor.memory().location());
      refuse(Finding.at(remembered.number(), Rule.LEDGER_HEAD_LOST, evidence));
    }
  }

  /** The entries from the newest to the first. Each is read when it is asked for. */
  public Iterable<SignedEntry> newestFirst() {
    return () -> head().map(Backwards::new).orElseGet(() -> new Backwards(0, null));
  }

  /** Follows the digests back from a verified head, which makes signatures superfluous. */
  private final class Backwards implements Iterator<SignedEntry> {
    private long number;
    private Digest expected;

    Backwards(ChainHead head) {
      this(head.number(), head.digest());
    }

    Backwards(long number, Digest expected) {
      this.number = number;
      this.expected = expected;
    }

    @Override
    public boolean hasNext() {
      return number > 0;
    }

    @Override
    public SignedEntry next() {
      if (number == 0) {
        throw new NoSuchElementException("before the first entry");
      }
      byte[] stored = bytes(number);
      if (!Digest.of(stored).equals(expected)) {
        refuse(Finding.at(number, Rule.LEDGER_CHAIN_BROKEN, "its bytes are not " + expected));
      }
      SignedEntry signed = SignedEntry.read(stored);
      number--;
      expected = signed.entry().previous();
      return signed;
    }
  }

  private byte[] bytes(long number) {
    return store
        .read(number)
        .orElseThrow(
            () -> refused(Finding.at(number, Rule.LEDGER_ENTRY_MISSING, "nothing lies there")));
  }

  private void refuse(Finding finding) {
    throw refused(finding);
  }

  private WorkFailedException refused(Finding finding) {
    return new WorkFailedException(
        "The ledger in %s can't be relied on: %s: %s (%s). %s `./emovox ledger verify` looks at all of it."
            .formatted(
                store.location(),
                finding.subject(),
                finding.evidence(),
                finding.rule().word(),
                finding.meaning()));
  }
}
