package dev.emovox.ledger;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.ledger.key.VerificationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of decisions. An entry is chained to the one before it and signed with the
 * key in force; whoever has that key can write, everyone can verify.
 *
 * <p>Safe for use by several threads and processes: of writers that race for a number one gets it,
 * and the others chain to what it wrote.
 */
public final class Ledger {
  private static final int ATTEMPTS = 64;

  private final EntryStore store;
  private final LedgerReader reader;
  private final LedgerKeys keys;
  private final Clock clock;

  /** A ledger in {@code store}, for a user who has {@code keys}. */
  public Ledger(EntryStore store, TrustAnchor anchor, LedgerKeys keys, Clock clock) {
    this.store = store;
    this.reader = new LedgerReader(store, anchor);
    this.keys = keys;
    this.clock = clock;
  }

  /** The entries. */
  public LedgerReader reader() {
    return reader;
  }

  /**
   * Records a decision. The first one makes the ledger begin, with a key that is created if there
   * is none.
   *
   * @throws dev.emovox.domain.InvalidInputException if the key in force is not at hand
   * @throws WorkFailedException if the ledger can't be relied on, or this machine's clock is behind
   *     its last entry
   * @throws ServerUnavailableException if the store can't be reached or others write all the time
   */
  public SignedEntry append(Decision decision) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ChainHead> head = reader.head();
      Optional<SignedEntry> written =
          head.isEmpty() ? begin(decision.actor()) : write(head.get(), decision);
      if (head.isPresent() && written.isPresent()) {
        reader.remember(after(head.get(), written.get()));
        return written.get();
      }
    }
    throw new ServerUnavailableException(
        "Others write to the ledger in %s all the time. Try again.".formatted(store.location()),
        null);
  }

  private static ChainHead after(ChainHead before, SignedEntry written) {
    LedgerEntry entry = written.entry();
    VerificationKey introduced = entry.decision().key();
    VerificationKey key = introduced == null ? before.key() : introduced;
    return new ChainHead(entry.number(), written.digest(), entry.time(), key);
  }

  private Optional<SignedEntry> begin(String actor) {
    SigningKey key = keys.first();
    Decision genesis = Decision.genesis(key.verificationKey(), actor, store.unsignedEntries());
    return write(new LedgerEntry(1, null, now(), genesis), List.of(key));
  }

  private Optional<SignedEntry> write(ChainHead head, Decision decision) {
    List<SigningKey> signers = new ArrayList<>(List.of(keys.holding(head.key().id())));
    if (decision.key() != null) {
      signers.add(keys.holding(decision.key().id()));
    }
    Instant time = now();
    if (time.isBefore(head.time())) {
      throw new WorkFailedException(
          "This machine's clock is %s behind the last entry of the ledger (%s, entry %d), and times in the ledger never go back. Set the clock; if it is right, the other's was wrong: wait until then. Nothing was changed."
              .formatted(Duration.between(time, head.time()), head.time(), head.number()));
    }
    return write(new LedgerEntry(head.number() + 1, head.digest(), time, decision), signers);
  }

  private Optional<SignedEntry> write(LedgerEntry entry, List<SigningKey> signers) {
    SignedEntry signed = SignedEntry.sign(entry, signers);
    byte[] stored = signed.stored();
    if (stored.length > SignedEntry.LARGEST) {
      throw new WorkFailedException(
          "An entry of %d bytes is too large for the ledger: leave out some of what it rests on."
              .formatted(stored.length));
    }
    boolean mine = store.add(entry.number(), stored) || isThere(entry.number(), stored);
    return mine ? Optional.of(signed) : Optional.empty();
  }

  /** A write whose answer got lost is refused when it is sent again, though it was ours. */
  private boolean isThere(long number, byte[] stored) {
    return store.read(number).filter(found -> Arrays.equals(found, stored)).isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Changes to a new key.
   *
   * @param by who and why
   */
  public SignedEntry rotate(Decision.Reasoned by) {
    ChainHead head =
        reader
            .head()
            .orElseThrow(
                () ->
                    new WorkFailedException(
                        "There is no ledger in %s yet, so no key of it to change. The first promotion makes it begin."
                            .formatted(store.location())));
    keys.holding(head.key().id());
    return append(Decision.rotation(keys.create().verificationKey(), by));
  }
}
