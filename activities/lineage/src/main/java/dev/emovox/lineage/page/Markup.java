package dev.emovox.lineage.page;

/** Text in HTML. Names come from files of users and may hold anything. */
final class Markup {
  private Markup() {}

  /** Text for elements and for attributes in double quotes; no character of it is markup. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(point) ? point : 0xFFFD);
              }
            });
    return safe.toString();
  }

  /** Not half a character, and none that turns the text around it. */
  private static boolean isShown(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT;
  }

  /** The text, or its beginning and an ellipsis if it has more characters. */
  static String shortened(String text, int characters) {
    int points = text.codePointCount(0, text.length());
    return points <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }
}
