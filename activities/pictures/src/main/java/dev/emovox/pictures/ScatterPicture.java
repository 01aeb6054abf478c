package dev.emovox.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Points of several classes as an SVG picture. Both axes have one scale, since distances count.
 * Classes are in alphabetical order, each with its mark; if there are more than marks, the largest
 * have one and the others are grey dots. Classes are drawn by turns, a few points each, so that the
 * last does not hide the first.
 */
public final class ScatterPicture {
  private static final Box PLOT = new Box(84, 84, 620, 620);
  private static final int TURNS = 16;
  private static final int TICKS = 6;
  private static final int LEGEND_ROWS = 28;
  private static final double ROW = 22;

  /** Room around the outermost points, as a share of the plot. */
  private static final double MARGIN = 0.03;

  private final Scatter scatter;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> marks = new HashMap<>();
  private final List<String> legend = new ArrayList<>();
  private final double radius;
  private final SvgPicture picture;
  private final RangeAxis horizontal;
  private final RangeAxis vertical;

  private ScatterPicture(Scatter scatter) {
    this.scatter = scatter;
    scatter.classes().forEach(name -> counts.merge(name, 1, Integer::sum));
    assignMarks();
    this.radius = scatter.points().size() > 3000 ? 1.9 : scatter.points().size() > 500 ? 2.6 : 3.6;
    double width = Math.max(PLOT.right() + 40 + columns() * columnWidth(), 760);
    this.picture = new SvgPicture(scatter.words().title(), width, PLOT.bottom() + 72);
    double middleX = middle(Scatter.Place::x);
    double middleY = middle(Scatter.Place::y);
    double reach = reach(middleX, middleY);
    this.horizontal = RangeAxis.between(middleX - reach, middleX + reach, TICKS);
    this.vertical = RangeAxis.between(middleY - reach, middleY + reach, TICKS);
  }

  /** An SVG document; equal diagrams give equal text. */
  public static String svg(Scatter scatter) {
    return new ScatterPicture(scatter).draw();
  }

  private void assignMarks() {
    boolean enough = counts.size() <= ClassMarks.COUNT;
    List<String> marked =
        counts.keySet().stream()
            .sorted(Comparator.comparing((String name) -> -counts.get(name)))
            .limit(enough ? counts.size() : ClassMarks.COUNT)
            .sorted()
            .toList();
    for (String name : marked) {
      marks.put(name, marks.size());
    }
    legend.addAll(marked);
  }

  private double middle(ToDoubleFunction<Scatter.Place> coordinate) {
    double low = scatter.points().stream().mapToDouble(coordinate).min().orElseThrow();
    double high = scatter.points().stream().mapToDouble(coordinate).max().orElseThrow();
    return low / 2 + high / 2;
  }

  /** From the middle to the border: as far as the outermost point, and a little more. */
  private double reach(double middleX, double middleY) {
    double farthest =
        scatter.points().stream()
            .mapToDouble(p -> Math.max(Math.abs(p.x() - middleX), Math.abs(p.y() - middleY)))
            .max()
            .orElseThrow();
    return farthest > 0 ? farthest / (1 - 2 * MARGIN) : 1;
  }

  private String draw() {
    Scatter.Words words = scatter.words();
    picture.describe(words.description());
    picture.style(ClassMarks.STYLE);
    picture.text(24, 56, "quiet", words.subtitle());
    drawAxes();
    for (int turn = 0; turn < TURNS; turn++) {
      drawOthers(turn);
      for (String name : legend) {
        drawClass(name, turn);
      }
    }
    drawLegend();
    return picture.document();
  }

  private void drawAxes() {
    picture.rectangle(PLOT, "fill=\"none\" class=\"grid\"");
    for (double tick : horizontal.ticks()) {
      double x = PLOT.x() + PLOT.width() * horizontal.place(tick);
      picture.shape(
          "M%s %sV%s"
              .formatted(
                  SvgPicture.number(x),
                  SvgPicture.number(PLOT.y()),
                  SvgPicture.number(PLOT.bottom())),
          "class=\"grid\"");
      picture.text(x, PLOT.bottom() + 18, "middle small quiet", SvgPicture.number(tick));
    }
    for (double tick : vertical.ticks()) {
      double y = PLOT.bottom() - PLOT.height() * vertical.place(tick);
      picture.line(PLOT.x(), PLOT.right(), y);
      picture.text(PLOT.x() - 8, y + 4, "end small quiet", SvgPicture.number(tick));
    }
    picture.text(PLOT.middleX(), PLOT.bottom() + 46, "quiet middle", scatter.words().x());
    picture.upwards(30, PLOT.middleY(), "quiet middle", scatter.words().y());
  }

  private void drawClass(String name, int turn) {
    int mark = marks.get(name);
    StringBuilder path = new StringBuilder();
    for (int i = turn; i < scatter.points().size(); i += TURNS) {
      if (scatter.classes().get(i).equals(name)) {
        ClassMarks.draw(mark, radius, place(i), path);
      }
    }
    drawMarks(path, mark, name);
  }

  private void drawOthers(int turn) {
    StringBuilder path = new StringBuilder();
    for (int i = turn; i < scatter.points().size(); i += TURNS) {
      if (!marks.containsKey(scatter.classes().get(i))) {
        ClassMarks.draw(ClassMarks.COUNT, radius, place(i), path);
      }
    }
    drawMarks(path, ClassMarks.COUNT, othersTitle());
  }

  private void drawMarks(StringBuilder path, int mark, String title) {
    if (path.length() > 0) {
      picture.beginGroup("class=\"" + ClassMarks.colour(mark) + "\" opacity=\"0.8\"", title);
      picture.shape(path.toString(), ClassMarks.attributes(mark, radius));
      picture.endGroup();
    }
  }

  private SvgPicture.Point place(int point) {
    Scatter.Place value = scatter.points().get(point);
    return new SvgPicture.Point(
        PLOT.x() + PLOT.width() * horizontal.place(value.x()),
        PLOT.bottom() - PLOT.height() * vertical.place(value.y()));
  }

  private void drawLegend() {
    picture.text(PLOT.right() + 32, PLOT.y() + 4, "quiet", scatter.words().legend());
    for (int i = 0; i < legend.size(); i++) {
      String name = legend.get(i);
      drawEntry(i, marks.get(name), name + " · " + counts.get(name));
    }
    if (marks.size() < counts.size()) {
      drawEntry(legend.size(), ClassMarks.COUNT, othersTitle());
    }
  }

  private void drawEntry(int entry, int mark, String text) {
    int column = entry / LEGEND_ROWS;
    double x = PLOT.right() + 38 + column * columnWidth();
    double y = PLOT.y() + 24 + entry % LEGEND_ROWS * ROW;
    StringBuilder path = new StringBuilder();
    ClassMarks.draw(mark, 5, new SvgPicture.Point(x, y), path);
    picture.beginGroup("class=\"" + ClassMarks.colour(mark) + "\"", text);
    picture.shape(path.toString(), ClassMarks.attributes(mark, 5));
    picture.endGroup();
    picture.text(x + 14, y + 4, "start", text);
  }

  private String othersTitle() {
    int clips =
        counts.entrySet().stream()
            .filter(entry -> !marks.containsKey(entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return counts.size() - marks.size() + " others · " + clips;
  }

  private int columns() {
    return (legend.size() + LEGEND_ROWS) / LEGEND_ROWS;
  }

  private double columnWidth() {
    int longest = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    return 70 + Math.min(longest, 40) * SvgPicture.LETTER;
  }
}
