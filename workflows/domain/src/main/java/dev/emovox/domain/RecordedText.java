package dev.emovox.domain;

import java.util.regex.Pattern;

/**
 * What text may be that people give and that is recorded for good: one line that can be shown on a
 * terminal and in a page as it is.
 */
public final class RecordedText {
  /** Characters at most. */
  public static final int LONGEST = 4000;

  /** Control characters, and those that reverse the direction of writing unseen. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

  private RecordedText() {}

  /** Whether it is one line, without characters that are not seen. */
  public static boolean isOneLine(String text) {
    return !UNSEEN.matcher(text).find();
  }

  /** Whether it can be recorded: not blank, one line, not too long. */
  public static boolean isFit(String text) {
    return !text.isBlank() && text.length() <= LONGEST && isOneLine(text);
  }

  /** The same text as it can be recorded: spaces for what is not seen, and cut if need be. */
  public static String fitted(String text) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    // Not between the halves of a character.
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
