package dev.emovox.ledger.entry;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.RecordedText;

/** Refuses text that an entry can't hold. */
final class EntryText {
  private EntryText() {}

  static void require(String what, String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidInputException("An entry of the ledger needs " + what + ".");
    }
    if (text.length() > RecordedText.LONGEST) {
      throw new InvalidInputException(
          "In the ledger, %s has at most %d characters, not %d."
              .formatted(what, RecordedText.LONGEST, text.length()));
    }
    if (!RecordedText.isOneLine(text)) {
      throw new InvalidInputException(
          "In the ledger, %s is one line without control characters. Leave them out."
              .formatted(what));
    }
  }

  static void requireIfGiven(String what, String text) {
    if (text != null) {
      require(what, text);
    }
  }
}
