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
    boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
    boolean noCharacter = c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
    boolean turnsDirection =
        c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
    return !control && !noCharacter && !turnsDirection;
  }
}
