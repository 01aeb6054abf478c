package dev.emovox.report.html;

/**
 * Makes text harmless in HTML, in elements and in quoted attributes. Names of files and labels are
 * other people's: they may hold anything.
 */
final class Escaping {
  private static final int REPLACEMENT = 0xFFFD;

  private Escaping() {}

  /** The text with references for what has a meaning in HTML. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHarmless(c) ? c : REPLACEMENT);
              }
            });
    return out.toString();
  }

  /** Neither a control character, nor half of one, nor one that turns the direction of text. */
  private static boolean isHarmless(int c) {
    boolean control = (isIn(c, 0, 0x1F) && c != '\n' && c != '\t') || isIn(c, 0x7F, 0x9F);
    boolean noCharacter = isIn(c, 0xD800, 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
    boolean turnsDirection =
        isIn(c, 0x200E, 0x200F) || isIn(c, 0x202A, 0x202E) || isIn(c, 0x2066, 0x2069);
    return !control && !noCharacter && !turnsDirection;
  }

  private static boolean isIn(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
