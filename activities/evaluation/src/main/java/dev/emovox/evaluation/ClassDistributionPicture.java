package dev.emovox.evaluation;

import dev.emovox.pictures.Box;
import dev.emovox.pictures.CountAxis;
import dev.emovox.pictures.SvgPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many clips each class has, by corpus, as an SVG picture: a stacked bar a class, a colour a
 * corpus, both in alphabetical order.
 */
public final class ClassDistributionPicture {
  /** Told apart by colour-blind eyes too (Okabe and Ito 2008). */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#7f7f7f");

  private static final double SLOT = 84;
  private static final double BAR = 54;
  private static final Box PLOT_ORIGIN = new Box(84, 84, 0, 300);

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final List<String> classes;
  private final Box plot;
  private final CountAxis axis;
  private final SvgPicture picture;

  private ClassDistributionPicture(Map<String, Map<String, Integer>> perCorpusPerClass) {
    counts.putAll(perCorpusPerClass);
    Set<String> names = new TreeSet<>();
    counts.values().forEach(byClass -> names.addAll(byClass.keySet()));
    this.classes = new ArrayList<>(names);
    this.plot =
        new Box(
            PLOT_ORIGIN.x(),
            PLOT_ORIGIN.y(),
            Math.max(classes.size(), 2) * SLOT,
            PLOT_ORIGIN.height());
    this.axis = CountAxis.upTo(classes.stream().mapToInt(this::clips).max().orElse(0));
    double longest = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.picture =
        new SvgPicture(
            "Clips by class and corpus",
            plot.right() + 140 + longest * SvgPicture.LETTER,
            Math.max(plot.bottom() + 64, plot.y() + 40 + 22 * counts.size()));
  }

  /**
   * An SVG document; equal counts give equal text.
   *
   * @param perCorpusPerClass clips by corpus, then class
   */
  public static String svg(Map<String, Map<String, Integer>> perCorpusPerClass) {
    return new ClassDistributionPicture(perCorpusPerClass).draw();
  }

  private String draw() {
    int all = classes.stream().mapToInt(this::clips).sum();
    picture.text(24, 56, "quiet", all + " clips");
    drawAxes();
    for (int c = 0; c < classes.size(); c++) {
      drawBar(classes.get(c), plot.x() + c * SLOT + (SLOT - BAR) / 2);
    }
    drawLegend();
    return picture.document();
  }

  private void drawAxes() {
    for (int tick = 0; tick <= axis.top(); tick += axis.step()) {
      picture.line(plot.x(), plot.right(), height(tick));
      picture.text(plot.x() - 8, height(tick) + 4, "end small quiet", String.valueOf(tick));
    }
    picture.upwards(34, plot.middleY(), "quiet middle", "Clips");
    picture.text(plot.middleX(), plot.bottom() + 46, "quiet middle", "Class");
  }

  private void drawBar(String label, double x) {
    int below = 0;
    int corpus = 0;
    for (Map<String, Integer> byClass : counts.values()) {
      int clips = byClass.getOrDefault(label, 0);
      double top = height(below + clips);
      if (clips > 0) {
        picture.rectangle(new Box(x, top, BAR, height(below) - top), fill(corpus));
      }
      below += clips;
      corpus++;
    }
    picture.text(x + BAR / 2, height(below) - 6, "middle strong", String.valueOf(below));
    String size = label.length() * SvgPicture.LETTER > SLOT ? " small" : "";
    picture.text(x + BAR / 2, plot.bottom() + 20, "middle" + size, label);
  }

  private void drawLegend() {
    double x = plot.right() + 32;
    picture.text(x, plot.y() + 4, "quiet", "Corpus");
    int corpus = 0;
    for (String name : counts.keySet()) {
      double y = plot.y() + 18 + corpus * 22;
      picture.rectangle(new Box(x, y, 14, 14), "rx=\"2\" " + fill(corpus));
      picture.text(x + 22, y + 12, "start", name);
      corpus++;
    }
  }

  private int clips(String label) {
    return counts.values().stream().mapToInt(byClass -> byClass.getOrDefault(label, 0)).sum();
  }

  private double height(int clips) {
    return plot.bottom() - plot.height() * clips / axis.top();
  }

  private static String fill(int corpus) {
    return "fill=\"" + COLOURS.get(corpus % COLOURS.size()) + "\"";
  }
}
