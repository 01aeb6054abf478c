package dev.emovox.evaluation;

import dev.emovox.pictures.Box;
import dev.emovox.pictures.SvgPicture;
import dev.emovox.pictures.ValueAxis;
import java.util.ArrayList;
import java.util.List;

/**
 * One diagram of a picture of curves: epochs to the right, values upwards from zero.
 *
 * @param picture that it is drawn in
 * @param plot where the curves are
 * @param axis of the values
 * @param stages how many epochs each stage has
 */
record CurvePanel(SvgPicture picture, Box plot, ValueAxis axis, List<Integer> stages) {
  private static final double MARK = 5;
  private static final int MOST_NUMBERS = 30;

  /**
   * A line through values.
   *
   * @param name what the legend calls it
   * @param colour of the line
   * @param values one for each epoch from the first; what is not finite leaves a gap
   */
  record Line(String name, String colour, List<Double> values) {}

  void drawAxes(String title) {
    picture.text(plot.x(), plot.y() - 30, "strong", title);
    for (int i = 0; i <= axis.steps(); i++) {
      double y = y(axis.tick(i));
      picture.line(plot.x(), plot.right(), y);
      picture.text(plot.x() - 8, y + 4, "end small quiet", SvgPicture.number(axis.tick(i)));
    }
    drawEpochs();
  }

  /** Epochs are counted within their stage. */
  private void drawEpochs() {
    int every = (epochs() + MOST_NUMBERS - 1) / MOST_NUMBERS;
    int before = 0;
    for (int stage : stages) {
      for (int epoch = 1; epoch <= stage; epoch += every) {
        double x = x(before + epoch);
        picture.text(x, plot.bottom() + 18, "middle small quiet", Integer.toString(epoch));
      }
      if (before > 0) {
        picture.upright((x(before) + x(before + 1)) / 2, plot.y(), plot.bottom());
      }
      before += stage;
    }
  }

  private int epochs() {
    return stages.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Draws a line and its place in the legend. It is in pieces where values are missing, and between
   * stages: one need not go on from the last epoch of the one before.
   */
  void draw(Line line, int place) {
    int before = 0;
    for (int stage : stages) {
      drawStage(line, before, before + stage);
      before += stage;
    }
    double y = plot.y() + 10 + place * 22;
    picture.rectangle(new Box(plot.right() + 24, y - 2, 18, 4), "fill=\"" + line.colour() + "\"");
    picture.text(plot.right() + 50, y + 4, "start", line.name());
  }

  private void drawStage(Line line, int from, int to) {
    List<SvgPicture.Point> piece = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double value = line.values().get(i);
      if (Double.isFinite(value)) {
        piece.add(new SvgPicture.Point(x(i + 1), y(value)));
      } else {
        drawPiece(piece, line.colour());
        piece.clear();
      }
    }
    drawPiece(piece, line.colour());
  }

  private void drawPiece(List<SvgPicture.Point> piece, String colour) {
    if (piece.size() == 1) {
      picture.circle(piece.get(0), 2, "fill=\"" + colour + "\"");
    } else if (!piece.isEmpty()) {
      picture.path(piece, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"");
    }
  }

  /** Marks an epoch of a line. */
  void mark(Line line, int epoch) {
    double value = line.values().get(epoch - 1);
    if (Double.isFinite(value)) {
      String ring = "class=\"ground\" stroke=\"" + line.colour() + "\" stroke-width=\"2\"";
      picture.circle(new SvgPicture.Point(x(epoch), y(value)), MARK, ring);
    }
  }

  /** Where an epoch is, counted over all stages from 1. */
  double x(int epoch) {
    return plot.x() + plot.width() * (epoch - 0.5) / epochs();
  }

  private double y(double value) {
    return plot.bottom() - plot.height() * value / axis.top();
  }
}
