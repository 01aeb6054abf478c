package dev.emovox.lineage.page;

import dev.emovox.pictures.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a picture as SVG inside a page, with its colours from the page's style. */
final class PictureSvg {
  private static final int BOX_WIDTH = 184;
  private static final int BOX_HEIGHT = 58;
  private static final int EMPTY_HEIGHT = 14;
  private static final int GAP = 14;
  private static final int COLUMN_GAP = 56;
  private static final int MARGIN = 8;
  private static final int TITLE_CHARACTERS = 19;
  private static final int[] LINES = {17, 34, 50};
  private static final int INDENT = 12;
  private static final Set<String> PARTS = Set.of("train", "validation", "test", "rejected");

  private final Picture picture;
  private final String subject;
  private final Columns columns;
  private final Map<String, Place> places = new HashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private int height;

  /** The middle of the left side. */
  private record Place(int x, int y) {}

  private PictureSvg(Picture picture, String subject) {
    this.picture = picture;
    this.subject = subject;
    this.columns = Columns.of(picture);
  }

  static String of(Picture picture, String subject) {
    return new PictureSvg(picture, subject).draw();
  }

  private String draw() {
    columns.columns().forEach(column -> height = Math.max(height, height(column)));
    for (int i = 0; i < columns.columns().size(); i++) {
      place(columns.columns().get(i), MARGIN + i * (BOX_WIDTH + COLUMN_GAP));
    }
    int width = 2 * MARGIN + columns.columns().size() * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"What was made from what, from left to right\">\n"
            .formatted(width, height + 2 * MARGIN, width, height + 2 * MARGIN));
    for (int i = 0; i < picture.edges().size(); i++) {
      line(picture.edges().get(i), columns.routes().get(i));
    }
    boxes();
    return svg.append("</svg>\n").toString();
  }

  /** Column by column from top to bottom: in the order of the eye, so goes the keyboard. */
  private void boxes() {
    Map<String, PictureNode> nodes =
        picture.nodes().stream().collect(Collectors.toMap(PictureNode::id, Function.identity()));
    columns.columns().stream()
        .flatMap(List::stream)
        .map(nodes::get)
        .filter(Objects::nonNull)
        .forEach(this::box);
  }

  private static int height(List<String> column) {
    return column.stream().mapToInt(PictureSvg::height).sum() + GAP * (column.size() - 1);
  }

  private static int height(String place) {
    return Columns.isEmpty(place) ? EMPTY_HEIGHT : BOX_HEIGHT;
  }

  private void place(List<String> column, int x) {
    int y = MARGIN + (height - height(column)) / 2;
    for (String id : column) {
      places.put(id, new Place(x, y + height(id) / 2));
      y += height(id) + GAP;
    }
  }

  private void line(PictureEdge edge, List<String> route) {
    Place from = places.get(route.get(0));
    StringBuilder path = new StringBuilder("M%d %d".formatted(from.x + BOX_WIDTH, from.y));
    for (int i = 1; i < route.size(); i++) {
      Place to = places.get(route.get(i));
      int bend = COLUMN_GAP / 2;
      path.append(
          " C%d %d %d %d %d %d"
              .formatted(
                  to.x - bend, places.get(route.get(i - 1)).y, to.x - bend, to.y, to.x, to.y));
      if (Columns.isEmpty(route.get(i))) {
        path.append(" h").append(BOX_WIDTH);
      }
    }
    svg.append(
        "<path class=\"line\" d=\"%s\"><title>%s</title></path>\n"
            .formatted(path, SafeText.of(edge.role())));
    if (PARTS.contains(edge.role()) && !edge.from().startsWith("clips:")) {
      Place end = places.get(edge.to());
      svg.append(
          "<text class=\"role\" x=\"%d\" y=\"%d\">%s</text>\n"
              .formatted(end.x - COLUMN_GAP + 2, end.y - 4, SafeText.of(edge.role())));
    }
  }

  private void box(PictureNode node) {
    Place place = places.get(node.id());
    int top = place.y - BOX_HEIGHT / 2;
    String kind = node.kind().word();
    String full = kind + " " + node.title() + " " + node.subtitle();
    svg.append(
        "<a href=\"#%s\" class=\"node %s%s\" aria-label=\"%s\"><title>%s</title>"
            .formatted(
                node.row(),
                kind,
                node.id().equals(subject) ? " subject" : "",
                SafeText.of(full),
                SafeText.of(full)));
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\"/>"
            .formatted(place.x, top, BOX_WIDTH, BOX_HEIGHT));
    svg.append(
        "<rect class=\"edge\" x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\" rx=\"2\"/>"
            .formatted(place.x, top + 8, BOX_HEIGHT - 16));
    List<String> texts =
        List.of(kind.replace('-', ' ').toUpperCase(Locale.ROOT), node.title(), node.subtitle());
    List<String> classes = List.of("kind", "title", "sub");
    for (int i = 0; i < texts.size(); i++) {
      svg.append(
          "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
              .formatted(
                  classes.get(i),
                  place.x + INDENT,
                  top + LINES[i],
                  SafeText.of(shortened(texts.get(i), TITLE_CHARACTERS))));
    }
    svg.append("</a>\n");
  }

  /** The text, or its beginning and an ellipsis if it has more characters. */
  private static String shortened(String text, int characters) {
    int points = text.codePointCount(0, text.length());
    return points <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }
}
