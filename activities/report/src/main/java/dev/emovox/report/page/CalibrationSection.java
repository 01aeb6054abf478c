package dev.emovox.report.page;

import dev.emovox.evaluation.calibration.Calibration;
import dev.emovox.evaluation.calibration.ReliabilityPicture;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Whether the models' probabilities mean what they say. */
final class CalibrationSection {
  private CalibrationSection() {}

  static Section of(RunReport report) {
    List<ModelResult> measured =
        report.models().stream().filter(model -> model.calibration() != null).toList();
    List<Element> content = new ArrayList<>();
    if (!measured.isEmpty()) {
      content.add(table(measured));
      content.add(
          Parts.note(
              "Expected calibration error: mean distance between confidence (the probability of the class given) and accuracy, in 15 bins of equal width; of few clips it is too high. Brier score: mean squared distance between probabilities and truth, summed over classes, from 0 to 2. Lower is better for both."));
      Element figures = Element.of("div").styled("figures");
      measured.forEach(model -> figures.add(figure(model)));
      content.add(Parts.folded("Reliability diagrams", measured.size() <= 4, List.of(figures)));
    }
    return new Section("calibration", "Calibration", content);
  }

  private static Element table(List<ModelResult> measured) {
    Table table =
        new Table(
            "Calibration on the test parts",
            "Model",
            "Split",
            ">Expected calibration error",
            ">Brier score",
            ">Mean confidence",
            ">Accuracy",
            "Its probabilities are");
    for (ModelResult model : measured) {
      Calibration its = model.calibration();
      table.row(
          Cell.heading(model.name()),
          Cell.of(model.split()),
          Cell.number(Numbers.percent(its.expectedCalibrationError())),
          Cell.number(Numbers.decimal(its.brierScore())),
          Cell.number(Numbers.percent(its.meanConfidence())),
          Cell.number(Numbers.percent(its.accuracy())),
          Cell.of(its.meanConfidence() > its.accuracy() ? "too high" : "too low"));
    }
    return table.element();
  }

  private static Element figure(ModelResult model) {
    String name = model.name() + " on " + model.split();
    return Parts.figure(
        ReliabilityPicture.svg(model.calibration()),
        "Reliability diagram of %s: accuracy by bin of confidence beside the diagonal, and the number of clips of each bin."
            .formatted(name),
        name);
  }
}
