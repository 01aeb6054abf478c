package dev.emovox.evaluation;

import dev.emovox.domain.LabelSet;
import dev.emovox.pictures.Box;
import dev.emovox.pictures.SvgPicture;
import java.util.Arrays;
import java.util.Locale;

/**
 * The confusion matrix as an SVG picture: true classes in rows, predicted in columns; a cell has
 * the number of clips and its share of the row, which is also its colour.
 */
public final class ConfusionMatrixPicture {
  private static final double CELL_WIDTH = 74;
  private static final double CELL_HEIGHT = 46;
  private static final double TOP = 116;

  private final EvaluationReport report;
  private final LabelSet labels;
  private final Box matrix;
  private final SvgPicture picture;

  private ConfusionMatrixPicture(EvaluationReport report) {
    this.report = report;
    this.labels = report.labels();
    double longest = labels.labels().stream().mapToInt(String::length).max().orElse(0);
    double left = 64 + longest * SvgPicture.LETTER;
    this.matrix = new Box(left, TOP, labels.size() * CELL_WIDTH, labels.size() * CELL_HEIGHT);
    this.picture =
        new SvgPicture(
            "Confusion matrix", Math.max(matrix.right() + 100, 420), matrix.bottom() + 32);
  }

  /** An SVG document; equal reports give equal text. */
  public static String svg(EvaluationReport report) {
    return new ConfusionMatrixPicture(report).draw();
  }

  private String draw() {
    picture.text(24, 56, "quiet", subtitle());
    picture.text(matrix.middleX(), TOP - 32, "quiet middle", "Predicted class");
    picture.upwards(34, matrix.middleY(), "quiet middle", "True class");
    for (int row = 0; row < labels.size(); row++) {
      double y = TOP + row * CELL_HEIGHT;
      picture.text(matrix.x() - 10, y + CELL_HEIGHT / 2 + 4, "end", labels.name(row));
      drawRow(report.confusion()[row], y);
    }
    for (int column = 0; column < labels.size(); column++) {
      double x = matrix.x() + (column + 0.5) * CELL_WIDTH;
      picture.text(x, TOP - 10, "middle" + size(labels.name(column)), labels.name(column));
    }
    drawScale();
    return picture.document();
  }

  private String subtitle() {
    return report.overall().clips()
        + " test clips, "
        + percent(report.overall().accuracy().value())
        + " right; shares are of the true class";
  }

  private void drawRow(int[] counts, double y) {
    int clips = Arrays.stream(counts).sum();
    for (int column = 0; column < counts.length; column++) {
      double share = clips == 0 ? 0 : counts[column] / (double) clips;
      Box cell = new Box(matrix.x() + column * CELL_WIDTH, y, CELL_WIDTH - 2, CELL_HEIGHT - 2);
      picture.rectangle(cell, "rx=\"3\" fill=\"" + ShareColour.of(share) + "\"");
      String onCell = "middle " + ShareColour.textClass(share);
      picture.text(
          cell.middleX(), cell.middleY(), onCell + " strong", String.valueOf(counts[column]));
      picture.text(
          cell.middleX(),
          cell.middleY() + 15,
          onCell + " small",
          clips == 0 ? "–" : percent(share));
    }
  }

  private void drawScale() {
    int steps = 40;
    Box bar = new Box(matrix.right() + 24, TOP, 14, matrix.height() - 2);
    for (int step = 0; step < steps; step++) {
      double height = bar.height() / steps;
      // Half a pixel more than its height, against hairlines between the steps.
      Box part =
          new Box(
              bar.x(),
              bar.bottom() - (step + 1) * height,
              bar.width(),
              step == 0 ? height : height + 0.5);
      double share = (step + 0.5) / steps;
      picture.rectangle(part, "fill=\"" + ShareColour.of(share) + "\"");
    }
    picture.text(bar.right() + 6, bar.y() + 10, "small quiet", "100 %");
    picture.text(bar.right() + 6, bar.middleY() + 4, "small quiet", "50 %");
    picture.text(bar.right() + 6, bar.bottom(), "small quiet", "0 %");
  }

  private static String size(String label) {
    return label.length() * SvgPicture.LETTER > CELL_WIDTH ? " small" : "";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
