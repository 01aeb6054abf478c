package dev.emovox.ledger.entry;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.key.VerificationKey;
import java.util.List;
import java.util.Objects;

/**
 * What is to be recorded; the ledger adds number, time, chain and signature.
 *
 * @param kind what sort of decision
 * @param actor who decided
 * @param reason why, or null
 * @param subjects the bytes it is about, at least one
 * @param evidence the bytes it rests on
 * @param model the model version it is about; null for entries about keys
 * @param key the key that is introduced; null for entries about models
 */
public record Decision(
    EntryKind kind,
    String actor,
    String reason,
    List<Resource> subjects,
    List<Resource> evidence,
    ServedModel model,
    VerificationKey key) {

  public Decision {
    Objects.requireNonNull(kind, "kind");
    EntryText.require("who decided", actor);
    EntryText.requireIfGiven("the reason", reason);
    subjects = List.copyOf(subjects);
    evidence = List.copyOf(evidence);
    boolean aboutKeys = kind == EntryKind.GENESIS || kind == EntryKind.KEY_ROTATION;
    if (aboutKeys != (key != null) || aboutKeys == (model != null) || subjects.isEmpty()) {
      throw new InvalidInputException(
          "An entry of kind %s is about %s and nothing else."
              .formatted(kind.word(), aboutKeys ? "a key" : "the files of a model"));
    }
  }

  /** The first entry of a ledger. */
  public static Decision genesis(VerificationKey first, String actor, List<Resource> unsigned) {
    return about(EntryKind.GENESIS, first, new Reasoned(actor, null), unsigned);
  }

  /** The change to another key. */
  public static Decision rotation(VerificationKey next, Reasoned by) {
    return about(EntryKind.KEY_ROTATION, next, by, List.of());
  }

  private static Decision about(
      EntryKind kind, VerificationKey key, Reasoned by, List<Resource> evidence) {
    List<Resource> subjects = List.of(new Resource("ledger-key", key.id()));
    return new Decision(kind, by.actor, by.reason, subjects, evidence, null, key);
  }

  /** A decision about a model version. */
  public static Decision about(EntryKind kind, Reasoned by, ServedModel model, Attested attested) {
    return new Decision(
        kind, by.actor, by.reason, attested.subjects, attested.evidence, model, null);
  }

  /**
   * Who and why.
   *
   * @param actor who decided
   * @param reason why, or null
   */
  public record Reasoned(String actor, String reason) {}

  /**
   * The bytes that a decision is about, and those it rests on.
   *
   * @param subjects files of the model's package
   * @param evidence evaluation, split, manifest and the like
   */
  public record Attested(List<Resource> subjects, List<Resource> evidence) {}
}
