package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns, numbers aligned to the right, two spaces between. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A heading that starts with {@code >} makes its column aligned to the right. */
  public TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row with one cell a column. */
  public TextTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, headings.size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The heading and the rows. */
  public List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(headings.stream().map(TextTable::title).toList())));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> padded(cells.get(column), column))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String padded(String cell, int column) {
    String space = " ".repeat(width(column) - cell.length());
    return isRight(column) ? space + cell : cell + space;
  }

  private int width(int column) {
    int title = title(headings.get(column)).length();
    return rows.stream().mapToInt(row -> row.get(column).length()).reduce(title, Math::max);
  }

  private boolean isRight(int column) {
    return headings.get(column).startsWith(">");
  }

  private static String title(String heading) {
    return heading.startsWith(">") ? heading.substring(1) : heading;
  }
}
