package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.dsse.EnvelopeSignature;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.LedgerEntry;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the ledger as commands print it. What is about a model is null in entries about keys,
 * and the other way round.
 *
 * @param sequence its number
 * @param action what was decided, {@code promote}, {@code rollback} or the word for another kind
 * @param model registered model
 * @param version the version it is about
 * @param previousVersion the version that was served before
 * @param packageDigest the version's package
 * @param run the run that made it
 * @param by who decided
 * @param reason why, or null
 * @param at when
 * @param digest SHA-256 of the entry's stored bytes
 * @param previous that of the entry before; null for the first
 * @param signedBy ids of the keys that signed
 * @param key id of the key that the entry introduces
 * @param subjects the files it is about
 * @param evidence what it rests on
 */
public record EntryDocument(
    long sequence,
    String action,
    String model,
    String version,
    String previousVersion,
    Digest packageDigest,
    String run,
    String by,
    String reason,
    Instant at,
    Digest digest,
    Digest previous,
    List<Digest> signedBy,
    Digest key,
    List<Resource> subjects,
    List<Resource> evidence) {
  private static final ServedModelOrNone NONE = new ServedModelOrNone(null, null, null, null, null);

  /** A {@link ServedModel}, or nothing in its place. */
  private record ServedModelOrNone(
      String name, String version, String previousVersion, Digest packageDigest, String run) {
    static ServedModelOrNone of(ServedModel model) {
      return model == null
          ? NONE
          : new ServedModelOrNone(
              model.name(),
              model.version(),
              model.previousVersion(),
              model.packageDigest(),
              model.run());
    }
  }

  /** Whether it tells what somebody thinks of a promotion, and so changes nothing. */
  @JsonIgnore
  public boolean isOpinion() {
    return action.equals(EntryKind.APPROVAL.word()) || action.equals(EntryKind.REJECTION.word());
  }

  /** The document of an entry. */
  public static EntryDocument of(SignedEntry signed) {
    LedgerEntry entry = signed.entry();
    Decision decision = entry.decision();
    ServedModelOrNone model = ServedModelOrNone.of(decision.model());
    return new EntryDocument(
        entry.number(),
        decision.kind() == EntryKind.PROMOTION ? "promote" : decision.kind().word(),
        model.name(),
        model.version(),
        model.previousVersion(),
        model.packageDigest(),
        model.run(),
        decision.actor(),
        decision.reason(),
        entry.time(),
        signed.digest(),
        entry.previous(),
        signed.envelope().signatures().stream().map(EnvelopeSignature::keyId).toList(),
        decision.key() == null ? null : decision.key().id(),
        decision.subjects(),
        decision.evidence());
  }
}
