package dev.emovox.pictures;

/**
 * Makes text harmless in HTML, SVG and other XML, in elements and in quoted attributes. Names of
 * files and labels are other people's: they may hold anything.
 *
 * <p>What has a meaning in markup becomes a reference. What no document may hold, and what is not
 * seen but changes what is seen around it (controls, characters of format such as those that turn
 * the direction of text, breaks of lines and paragraphs), becomes U+FFFD; tabs and ends of lines
 * stay.
 */
public final class SafeText {
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** The text with nothing in it that markup, or the eye, would take for something else. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isHarmless(point) ? point : REPLACEMENT);
              }
            });
    return safe.toString();
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      case Character.SURROGATE,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isNoCharacter(point);
    };
  }

  /** The last two of every plane, and the 32 in the middle of the first (Unicode, section 23.7). */
  private static boolean isNoCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }
}
