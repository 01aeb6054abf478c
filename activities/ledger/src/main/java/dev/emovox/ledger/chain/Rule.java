package dev.emovox.ledger.chain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What must hold of a ledger. Each rule says what its breach means and what to do. */
public enum Rule {
  LEDGER_ENTRY_MISSING(
      "An entry was removed: entries are written one after the other, so none can be left out.",
      "Look for the object's older versions in the bucket, and who may delete there."),
  LEDGER_ENTRY_UNREADABLE(
      "The stored bytes are not those of an entry: they were changed, or a newer program wrote them.",
      "Restore the object from its older versions or a copy; if it is from a newer program, use that."),
  LEDGER_ENTRY_MISPLACED(
      "An entry lies under another number than its own: entries were reordered or copied.",
      "Restore the objects from their older versions or a copy."),
  LEDGER_SIGNATURE_INVALID(
      "What the entry says is not what was signed: it was changed afterwards.",
      "Restore the object from its older versions or a copy; trust nothing that it says."),
  LEDGER_KEY_UNKNOWN(
      "The entry is not signed by the key that was in force: someone else wrote or re-signed it.",
      "Find out who holds that key and who may write in the bucket."),
  LEDGER_CHAIN_BROKEN(
      "The entry does not follow from the one before it: either was replaced or changed.",
      "Restore the object before it from its older versions or a copy."),
  LEDGER_CLOCK_BACKWARDS(
      "The entry says that it was written before the one before it, so one of the two times is wrong.",
      "Look at the clock of the machine that wrote it; don't rely on its time."),
  LEDGER_CLOCK_AHEAD(
      "The entry is from the future of this machine's clock, so one of the two clocks is wrong.",
      "Set the clocks. Until then no entry can follow from a machine whose clock is right."),
  LEDGER_ANCHOR_DIFFERS(
      "The ledger begins with another key than the one that is trusted here: it is another ledger, or the whole of it was written anew.",
      "Ask those who run it for the fingerprint of its first key, by another way than this bucket."),
  LEDGER_HEAD_LOST(
      "What was seen here before is not in the ledger any more: its end was cut off or written anew.",
      "Restore the objects from their older versions or a copy. If the bucket is a new one on purpose, delete the file that remembers the old one."),
  LEDGER_OLD_ENTRY_CHANGED(
      "An unsigned entry from before this ledger is not what it was when the ledger began.",
      "Restore the object from its older versions or a copy."),
  LEDGER_DECISION_NOT_CARRIED_OUT(
      "The ledger's last decision names another version than the registry serves: a promotion was interrupted.",
      "`./emovox promote --resume` carries the decision out."),
  LEDGER_ALIAS_MOVED(
      "The registry serves another version than the ledger's last decision: its alias was moved by something else, or a promotion was killed beside another one.",
      "`./emovox promote --resume` serves what the ledger says; `./emovox promote VERSION` records another decision."),
  LEDGER_SHORTER_THAN_REGISTRY(
      "The registry names an entry that the ledger does not have: the ledger's end was cut off or written anew.",
      "Restore the objects from their older versions or a copy.");

  private final String meaning;
  private final String action;

  Rule(String meaning, String action) {
    this.meaning = meaning;
    this.action = action;
  }

  /** The rule's name in documents. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a breach means. */
  public String meaning() {
    return meaning;
  }

  /** What to do about a breach. */
  public String action() {
    return action;
  }

  /** {@code error}, or {@code warning} if the ledger itself may be in order. */
  public String severity() {
    return switch (this) {
      case LEDGER_DECISION_NOT_CARRIED_OUT, LEDGER_CLOCK_AHEAD -> "warning";
      default -> "error";
    };
  }
}
