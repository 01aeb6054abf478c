package dev.emovox.ledger.chain;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.dsse.EnvelopeSignature;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.VerificationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Holds one stored entry against the chain before it: the whole of what makes an entry valid.
 *
 * <ol>
 *   <li>Its bytes are the one form of an entry.
 *   <li>Every signature is good. The key in force has signed, the key that the entry introduces has
 *       too, in this order, and no other key has.
 *   <li>It lies under its own number; what lies elsewhere is held against nothing more.
 *   <li>It names the digest of the entry before, and its time is not before that entry's.
 * </ol>
 */
public final class EntryInspection {
  private final ChainHead before;
  private final long number;
  private final List<Finding> findings = new ArrayList<>();

  private EntryInspection(ChainHead before, long number) {
    this.before = before;
    this.number = number;
  }

  /**
   * Inspects an entry.
   *
   * @param before the chain before it; null if it is the first
   * @param number the number that it lies under
   * @param stored its bytes
   */
  public static Inspected inspect(ChainHead before, long number, byte[] stored) {
    return new EntryInspection(before, number).inspect(stored);
  }

  private Inspected inspect(byte[] stored) {
    SignedEntry signed;
    try {
      signed = SignedEntry.read(stored);
    } catch (InvalidInputException e) {
      found(Rule.LEDGER_ENTRY_UNREADABLE, e.getMessage());
      return new Inspected(null, unread(stored), findings);
    }
    checkSignatures(signed);
    boolean genuine = findings.isEmpty();
    boolean inPlace = signed.entry().number() == number;
    if (inPlace) {
      checkChain(signed.entry());
      checkTime(signed.entry().time());
    } else {
      found(Rule.LEDGER_ENTRY_MISPLACED, "it says that it is entry " + signed.entry().number());
    }
    return new Inspected(signed, after(signed, genuine && inPlace), findings);
  }

  private void found(Rule rule, String evidence) {
    findings.add(Finding.at(number, rule, evidence));
  }

  /** The chain goes on behind an entry that can't be read, so that what follows is seen, too. */
  private ChainHead unread(byte[] stored) {
    return before == null
        ? null
        : new ChainHead(number, Digest.of(stored), before.time(), before.key());
  }

  /** What is not the entry of this place says neither which key is in force nor how late it is. */
  private ChainHead after(SignedEntry signed, boolean genuine) {
    LedgerEntry entry = signed.entry();
    VerificationKey introduced = entry.decision().key();
    boolean takesOver = before == null || (genuine && introduced != null);
    Instant time = genuine || before == null ? entry.time() : before.time();
    VerificationKey key = takesOver ? introduced : before.key();
    return key == null ? null : new ChainHead(number, signed.digest(), time, key);
  }

  private void checkSignatures(SignedEntry signed) {
    List<VerificationKey> required = required(signed.entry().decision().key());
    List<EnvelopeSignature> signatures = signed.envelope().signatures();
    List<Digest> expected = required.stream().map(VerificationKey::id).toList();
    List<Digest> signers = signatures.stream().map(EnvelopeSignature::keyId).toList();
    if (!signers.equals(expected)) {
      found(
          Rule.LEDGER_KEY_UNKNOWN, "it is signed by %s instead of %s".formatted(signers, expected));
      return;
    }
    for (int i = 0; i < required.size(); i++) {
      if (!signed.envelope().isSigned(signatures.get(i), required.get(i))) {
        found(Rule.LEDGER_SIGNATURE_INVALID, "the signature by %s fails".formatted(signers.get(i)));
      }
    }
  }

  /** The key in force, then the one that is introduced, if that is another. */
  private List<VerificationKey> required(VerificationKey introduced) {
    VerificationKey inForce = before == null ? introduced : before.key();
    return Stream.of(inForce, introduced).filter(Objects::nonNull).distinct().toList();
  }

  private void checkChain(LedgerEntry entry) {
    Digest expected = before == null ? null : before.digest();
    if (expected != null && !expected.equals(entry.previous())) {
      found(
          Rule.LEDGER_CHAIN_BROKEN,
          "it follows %s, and the entry before it is %s".formatted(entry.previous(), expected));
    }
  }

  private void checkTime(Instant time) {
    if (before != null && time.isBefore(before.time())) {
      found(
          Rule.LEDGER_CLOCK_BACKWARDS,
          "it is from %s, and an entry before it from %s".formatted(time, before.time()));
    }
  }
}
