package dev.emovox.evaluation;

import dev.emovox.domain.ValidationScores;
import dev.emovox.pictures.Box;
import dev.emovox.pictures.SvgPicture;
import dev.emovox.pictures.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a network learnt, as an SVG picture: losses above, unweighted average recall below, the
 * epochs of all stages one after the other, the selected ones marked by a ring.
 */
public final class LearningCurvesPicture {
  private static final String TRAINING = "#e69f00";
  private static final String VALIDATION = "#0072b2";
  private static final double LEFT = 84;
  private static final double LEAST_WIDTH = 420;
  private static final double MOST_WIDTH = 1200;
  private static final double EPOCH_WIDTH = 36;
  private static final Box LOSS = new Box(LEFT, 122, 0, 200);
  private static final Box RECALL = new Box(LEFT, 412, 0, 200);

  private final List<LearningCurve> curves;
  private final List<LearningCurve.Epoch> epochs;
  private final double width;
  private final SvgPicture picture;

  private LearningCurvesPicture(List<LearningCurve> curves) {
    this.curves = curves;
    this.epochs = curves.stream().flatMap(curve -> curve.epochs().stream()).toList();
    this.width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, epochs.size() * EPOCH_WIDTH));
    this.picture = new SvgPicture("Learning curves", LEFT + width + 190, RECALL.bottom() + 64);
  }

  /**
   * An SVG document; equal curves give equal text.
   *
   * @param curves the stages in their order, one at least
   */
  public static String svg(List<LearningCurve> curves) {
    return new LearningCurvesPicture(List.copyOf(curves)).draw();
  }

  private String draw() {
    picture.text(24, 56, "quiet", subtitle());
    CurvePanel.Line validation = line("validation", VALIDATION, epoch -> epoch.validation().loss());
    drawPanel(
        "Loss",
        LOSS,
        List.of(validation, line("training", TRAINING, LearningCurve.Epoch::trainingLoss)));
    CurvePanel.Line recall = line("validation", VALIDATION, epoch -> recall(epoch.validation()));
    drawPanel("Unweighted average recall", RECALL, List.of(recall));
    picture.text(LEFT + width / 2, RECALL.bottom() + 42, "quiet middle", "Epoch");
    return picture.document();
  }

  private static double recall(ValidationScores scores) {
    return scores.unweightedAverageRecall();
  }

  private String subtitle() {
    List<String> selected = new ArrayList<>();
    for (LearningCurve curve : curves) {
      // Put together, not formatted: digits are the same in every locale.
      selected.add(curve.stage() + ": epoch " + curve.selected() + " of " + curve.epochs().size());
    }
    return "Selected: " + String.join(", ", selected);
  }

  private CurvePanel.Line line(
      String name, String colour, ToDoubleFunction<LearningCurve.Epoch> value) {
    return new CurvePanel.Line(
        name, colour, epochs.stream().map(epoch -> value.applyAsDouble(epoch)).toList());
  }

  private void drawPanel(String title, Box place, List<CurvePanel.Line> lines) {
    double largest =
        lines.stream()
            .flatMap(line -> line.values().stream())
            .filter(Double::isFinite)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    Box plot = new Box(place.x(), place.y(), width, place.height());
    List<Integer> stages = curves.stream().map(curve -> curve.epochs().size()).toList();
    CurvePanel panel = new CurvePanel(picture, plot, ValueAxis.upTo(largest), stages);
    panel.drawAxes(title);
    for (int i = 0; i < lines.size(); i++) {
      panel.draw(lines.get(i), i);
    }
    drawStages(panel, lines.get(0));
  }

  /** The name of each stage above its epochs, and a ring around the selected one. */
  private void drawStages(CurvePanel panel, CurvePanel.Line marked) {
    int before = 0;
    for (LearningCurve curve : curves) {
      int last = before + curve.epochs().size();
      double middle = (panel.x(before + 1) + panel.x(last)) / 2;
      picture.text(middle, panel.plot().y() - 12, "middle small quiet", curve.stage());
      panel.mark(marked, before + curve.selected());
      before = last;
    }
  }
}
