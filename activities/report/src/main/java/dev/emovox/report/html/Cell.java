package dev.emovox.report.html;

/**
 * A cell of a table.
 *
 * @param content what is in it
 */
public record Cell(Element content) {

  /** Words. */
  public static Cell of(String text) {
    return new Cell(Element.of("td", text));
  }

  /** A number, aligned to the right. */
  public static Cell number(String text) {
    return new Cell(Element.of("td", text).styled("number"));
  }

  /** A number. */
  public static Cell number(long value) {
    return number(Long.toString(value));
  }

  /** A number and what is to be said of it in small letters. */
  public static Cell number(String text, String small) {
    return new Cell(
        Element.of("td").styled("number").text(text + " ").add(Element.of("small", small)));
  }

  /** What the row is about. */
  public static Cell heading(String text) {
    return new Cell(Element.of("th", text).with("scope", "row"));
  }

  /** Any element. */
  public static Cell of(Element content) {
    return new Cell(Element.of("td").add(content));
  }
}
