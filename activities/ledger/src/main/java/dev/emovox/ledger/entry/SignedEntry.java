package dev.emovox.ledger.entry;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.dsse.Envelope;
import dev.emovox.ledger.key.SigningKey;
import java.util.List;

/**
 * An entry with its signatures, as it is stored. That an object of this class exists says nothing
 * about whether the signatures are good: see {@code dev.emovox.ledger.chain}.
 *
 * @param entry what it says
 * @param envelope the signed form
 * @param digest SHA-256 of the stored bytes, which the next entry names
 */
public record SignedEntry(LedgerEntry entry, Envelope envelope, Digest digest) {
  /** The largest stored entry, in bytes. */
  public static final int LARGEST = 1 << 20;

  /** Media type of in-toto's statements. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  /** Signs an entry. */
  public static SignedEntry sign(LedgerEntry entry, List<SigningKey> keys) {
    Envelope envelope = Envelope.sign(PAYLOAD_TYPE, Statement.write(entry), keys);
    return new SignedEntry(entry, envelope, Digest.of(envelope.write()));
  }

  /**
   * Reads a stored entry; its signatures are not looked at.
   *
   * @throws InvalidInputException if the bytes are not the one form of an entry
   */
  public static SignedEntry read(byte[] stored) {
    if (stored.length > LARGEST) {
      throw new InvalidInputException("it has more than " + LARGEST + " bytes");
    }
    Envelope envelope = Envelope.read(stored);
    if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
      throw new InvalidInputException("its payload is no in-toto statement");
    }
    return new SignedEntry(Statement.read(envelope.payloadBytes()), envelope, Digest.of(stored));
  }

  /** The bytes that are stored. */
  public byte[] stored() {
    return envelope.write();
  }
}
