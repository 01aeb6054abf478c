package dev.emovox.ledger.entry;

import dev.emovox.domain.InvalidInputException;
import java.util.regex.Pattern;

/** What text in an entry may be, so that it can be shown on a terminal and in a page as it is. */
final class EntryText {
  private static final int LONGEST = 4000;

  /** Control characters, and those that reverse the direction of writing unseen. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

  private EntryText() {}

  static void require(String what, String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidInputException("An entry of the ledger needs " + what + ".");
    }
    if (text.length() > LONGEST) {
      throw new InvalidInputException(
          "In the ledger, %s has at most %d characters, not %d."
              .formatted(what, LONGEST, text.length()));
    }
    if (UNSEEN.matcher(text).find()) {
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
