package dev.emovox.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table with a caption and headings. It scrolls of its own where it is wider than the page, also
 * by keyboard.
 */
public final class Table {
  private static final char NUMBER = '>';

  private final String caption;
  private final List<String> columns;
  private final List<Element> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param columns headings; of columns of numbers with {@code >} before them
   */
  public Table(String caption, String... columns) {
    this.caption = caption;
    this.columns = List.of(columns);
  }

  /** Adds a row. */
  public Table row(Cell... cells) {
    return row("", Arrays.asList(cells));
  }

  /**
   * Adds a row.
   *
   * @param classes of its style; may be empty
   */
  public Table row(String classes, List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d cells below %d headings of %s".formatted(cells.size(), columns.size(), caption));
    }
    Element row = Element.of("tr");
    if (!classes.isEmpty()) {
      row.styled(classes);
    }
    cells.forEach(cell -> row.add(cell.content()));
    rows.add(row);
    return this;
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table as an element. */
  public Element element() {
    Element head = Element.of("tr");
    columns.forEach(column -> head.add(heading(column)));
    return Element.of("div")
        .styled("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", caption)
        .add(
            Element.of("table")
                .add(Element.of("caption", caption))
                .add(Element.of("thead").add(head))
                .add(Element.of("tbody").addAll(rows)));
  }

  private static Element heading(String column) {
    boolean number = !column.isEmpty() && column.charAt(0) == NUMBER;
    Element heading = Element.of("th", number ? column.substring(1) : column).with("scope", "col");
    return number ? heading.styled("number") : heading;
  }
}
