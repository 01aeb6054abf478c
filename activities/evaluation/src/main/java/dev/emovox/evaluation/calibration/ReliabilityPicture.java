package dev.emovox.evaluation.calibration;

import dev.emovox.pictures.Box;
import dev.emovox.pictures.SvgPicture;
import java.util.List;
import java.util.Locale;

/**
 * A reliability diagram as an SVG picture: above, the accuracy of the clips of each bin of
 * confidence, beside the diagonal on which a calibrated model lies; below, how many clips each bin
 * has (Guo et al. 2017).
 */
public final class ReliabilityPicture {
  private static final String RIGHT = "fill=\"#0072b2\"";
  private static final String CLIPS = "fill=\"#7f8896\"";
  private static final String DIAGONAL =
      "fill=\"none\" stroke=\"#d55e00\" stroke-width=\"2\" stroke-dasharray=\"6 4\"";
  private static final Box PLOT = new Box(84, 92, 360, 300);
  private static final Box COUNTS = new Box(84, 424, 360, 90);
  private static final int TICKS = 5;
  private static final double GAP = 2;

  private final Calibration calibration;
  private final SvgPicture picture = new SvgPicture("Reliability", 620, COUNTS.bottom() + 60);

  private ReliabilityPicture(Calibration calibration) {
    this.calibration = calibration;
  }

  /** An SVG document; equal calibrations give equal text. */
  public static String svg(Calibration calibration) {
    return new ReliabilityPicture(calibration).draw();
  }

  private String draw() {
    picture.describe(description());
    picture.text(24, 56, "quiet", subtitle());
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = tick / (double) TICKS;
      double y = PLOT.bottom() - share * PLOT.height();
      picture.line(PLOT.x(), PLOT.right(), y);
      picture.text(PLOT.x() - 8, y + 4, "end small quiet", percent(share));
      picture.text(x(share), COUNTS.bottom() + 18, "middle small quiet", percent(share));
    }
    calibration.bins().forEach(this::draw);
    picture.path(
        List.of(
            new SvgPicture.Point(PLOT.x(), PLOT.bottom()),
            new SvgPicture.Point(PLOT.right(), PLOT.y())),
        DIAGONAL);
    drawWords();
    return picture.document();
  }

  private void draw(ConfidenceBin bin) {
    double width = x(bin.to()) - x(bin.from()) - GAP;
    if (bin.clips() > 0) {
      double high = Math.max(1, PLOT.height() * bin.accuracy());
      picture.rectangle(new Box(x(bin.from()), PLOT.bottom() - high, width, high), RIGHT);
      double tall = Math.max(1, COUNTS.height() * bin.clips() / largest());
      picture.rectangle(new Box(x(bin.from()), COUNTS.bottom() - tall, width, tall), CLIPS);
    }
  }

  private void drawWords() {
    picture.line(COUNTS.x(), COUNTS.right(), COUNTS.bottom());
    picture.text(COUNTS.x() - 8, COUNTS.y() + 10, "end small quiet", String.valueOf(largest()));
    picture.text(COUNTS.x() - 8, COUNTS.bottom() + 4, "end small quiet", "0");
    picture.upwards(34, PLOT.middleY(), "quiet middle", "Accuracy");
    picture.upwards(34, COUNTS.middleY(), "quiet middle", "Clips");
    picture.text(PLOT.middleX(), COUNTS.bottom() + 42, "quiet middle", "Confidence");
    double legend = PLOT.right() + 20;
    picture.rectangle(new Box(legend, PLOT.y() + 2, 14, 14), RIGHT);
    picture.text(legend + 22, PLOT.y() + 14, "start", "accuracy of a bin");
    picture.path(
        List.of(
            new SvgPicture.Point(legend, PLOT.y() + 34),
            new SvgPicture.Point(legend + 16, PLOT.y() + 34)),
        DIAGONAL);
    picture.text(legend + 22, PLOT.y() + 38, "start", "calibrated");
  }

  private int largest() {
    return calibration.bins().stream().mapToInt(ConfidenceBin::clips).max().orElse(1);
  }

  private String subtitle() {
    return String.format(
        Locale.ROOT,
        "%d clips · expected calibration error %.1f %% · Brier score %.3f",
        calibration.clips(),
        100 * calibration.expectedCalibrationError(),
        calibration.brierScore());
  }

  private String description() {
    return "Reliability diagram of %s; mean confidence %s, accuracy %s."
        .formatted(
            subtitle(), percent(calibration.meanConfidence()), percent(calibration.accuracy()));
  }

  private static double x(double share) {
    return PLOT.x() + share * PLOT.width();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
