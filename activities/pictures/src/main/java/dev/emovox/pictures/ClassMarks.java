package dev.emovox.pictures;

import java.util.List;

/**
 * How the points of a class look: up to 64 classes differ by colour and shape together, the first
 * eight by either alone. Colours are those of Okabe and Ito (2008), which colour-blind eyes tell
 * apart, the yellow darker on a light ground.
 */
final class ClassMarks {
  /** Number of marks. */
  static final int COUNT = 64;

  /** The colours, for light and for dark grounds. */
  static final String STYLE =
      """
      .k0 { color: #0072b2; } .k1 { color: #d55e00; } .k2 { color: #009e73; }
      .k3 { color: #cc79a7; } .k4 { color: #e69f00; } .k5 { color: #56b4e9; }
      .k6 { color: #1d2129; } .k7 { color: #a89a00; } .others { color: #9aa1ad; }
      .dot { fill: none; stroke: currentColor; stroke-linecap: round; }
      .form { fill: currentColor; stroke: none; }
      @media (prefers-color-scheme: dark) {
      .k0 { color: #3f9be0; } .k1 { color: #f07f2e; } .k6 { color: #ffffff; }
      .k7 { color: #f0e442; } .others { color: #5f6673; }
      }
      """;

  private static final int COLOURS = 8;
  private static final String DOT = "h0";

  /** Closed outlines about a place, for a mark of radius one; a dot is a line of no length. */
  private static final List<List<double[]>> OUTLINES =
      List.of(
          List.of(),
          polygon(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9),
          polygon(0, -1.2, 1.15, 0.8, -1.15, 0.8),
          polygon(0, -1.3, 1.1, 0, 0, 1.3, -1.1, 0),
          polygon(0, 1.2, 1.15, -0.8, -1.15, -0.8),
          polygon(
              -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2,
              -0.4, 0.4, -1.2, 0.4, -1.2, -0.4, -0.4, -0.4),
          polygon(-1.3, -0.5, 1.3, -0.5, 1.3, 0.5, -1.3, 0.5),
          polygon(-0.5, -1.3, 0.5, -1.3, 0.5, 1.3, -0.5, 1.3));

  private ClassMarks() {}

  private static List<double[]> polygon(double... coordinates) {
    double[][] corners = new double[coordinates.length / 2][];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new double[] {coordinates[2 * i], coordinates[2 * i + 1]};
    }
    return List.of(corners);
  }

  /** Class of the mark's colour in {@link #STYLE}. */
  static String colour(int mark) {
    return mark >= COUNT ? "others" : "k" + mark % COLOURS;
  }

  /** Attributes of a path of such marks. */
  static String attributes(int mark, double radius) {
    return outline(mark).isEmpty()
        ? "class=\"dot\" stroke-width=\"" + SvgPicture.number(2 * radius) + "\""
        : "class=\"form\"";
  }

  /** The commands that draw one mark. */
  static void draw(int mark, double radius, SvgPicture.Point place, StringBuilder path) {
    List<double[]> outline = outline(mark);
    if (outline.isEmpty()) {
      move('M', place.x(), place.y(), path);
      path.append(DOT);
      return;
    }
    double[] first = outline.get(0);
    move('M', place.x() + radius * first[0], place.y() + radius * first[1], path);
    for (int i = 1; i < outline.size(); i++) {
      double[] from = outline.get(i - 1);
      double[] to = outline.get(i);
      move('l', radius * (to[0] - from[0]), radius * (to[1] - from[1]), path);
    }
    path.append('z');
  }

  private static List<double[]> outline(int mark) {
    // The first eight differ in both, the next eight have each colour with the next shape, …
    int shape = mark >= COUNT ? 0 : (mark % COLOURS + mark / COLOURS) % OUTLINES.size();
    return OUTLINES.get(shape);
  }

  private static void move(char command, double x, double y, StringBuilder path) {
    path.append(command).append(SvgPicture.number(x)).append(' ').append(SvgPicture.number(y));
  }
}
