package dev.emovox.wav2vec2.checkpoint.file;

import java.util.regex.Pattern;

/** Text from a file that is not trusted, made fit for an error message. */
public final class Quoted {
  private static final int LONGEST = 256;
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\ufffd\\u0080-\\u009f]");

  private Quoted() {}

  /**
   * The text without what moves a cursor or hides other text, and not longer than a line or two.
   */
  public static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return UNPRINTABLE.matcher(shown).replaceAll("?");
  }

  /** Whether text may stand in a message as it is: a plain name. */
  public static boolean isPlain(String text) {
    return !text.isEmpty() && text.equals(of(text));
  }
}
