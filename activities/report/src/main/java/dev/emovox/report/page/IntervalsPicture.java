package dev.emovox.report.page;

import dev.emovox.domain.Estimate;
import dev.emovox.pictures.Box;
import dev.emovox.pictures.SvgPicture;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.words.Numbers;
import java.util.List;

/** The models of a run with their intervals, one below the other, as an SVG picture. */
final class IntervalsPicture {
  private static final double TOP = 84;
  private static final double ROW = 26;
  private static final double WIDTH = 380;
  private static final double HALF = 4;
  private static final int TICKS = 5;
  private static final String LINE = "fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"";
  private static final String DOT = "fill=\"#0072b2\"";

  private final List<ModelResult> models;
  private final Box plot;
  private final SvgPicture picture;

  private IntervalsPicture(List<ModelResult> models) {
    this.models = models;
    int longest = models.stream().mapToInt(model -> name(model).length()).max().orElse(0);
    plot = new Box(40 + longest * SvgPicture.LETTER, TOP, WIDTH, ROW * models.size());
    picture = new SvgPicture("Unweighted average recall", plot.right() + 90, plot.bottom() + 60);
  }

  /** An SVG document; equal models give equal text. */
  static String svg(List<ModelResult> models) {
    return new IntervalsPicture(models).draw();
  }

  private String draw() {
    picture.text(24, 56, "quiet", "Test parts, with 95 % intervals");
    for (int tick = 0; tick <= TICKS; tick++) {
      double x = x(tick / (double) TICKS);
      picture.path(
          List.of(new SvgPicture.Point(x, plot.y() - HALF), new SvgPicture.Point(x, plot.bottom())),
          "class=\"grid\"");
      String share = 100 * tick / TICKS + " %";
      picture.text(x, plot.bottom() + 20, "middle small quiet", share);
    }
    for (int i = 0; i < models.size(); i++) {
      draw(models.get(i), plot.y() + (i + 0.5) * ROW);
    }
    return picture.document();
  }

  private void draw(ModelResult model, double y) {
    Estimate recall = model.overall().unweightedAverageRecall();
    picture.text(plot.x() - 12, y + 4, "end", name(model));
    picture.path(
        List.of(
            new SvgPicture.Point(x(recall.low()), y), new SvgPicture.Point(x(recall.high()), y)),
        LINE);
    picture.circle(new SvgPicture.Point(x(recall.value()), y), HALF, DOT);
    picture.text(plot.right() + 14, y + 4, "small", Numbers.percent(recall.value()));
  }

  private double x(double share) {
    return plot.x() + plot.width() * Math.max(0, Math.min(1, share));
  }

  private static String name(ModelResult model) {
    return model.name() + " on " + model.split();
  }
}
