package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.prediction.FileOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Predictions as {@code predict} prints them: a line a file. */
public final class PredictionText {
  private static final int LABEL_WIDTH = 10;

  private final Style style;

  public PredictionText(Style style) {
    this.style = style;
  }

  /** The classes with their probabilities, the most probable first. */
  public List<String> lines(FileOutcome outcome) {
    if (outcome instanceof FileOutcome.Refused refused) {
      return List.of(
          "%s  %s %s"
              .formatted(
                  refused.path(), style.bad(refused.error().kind()), refused.error().message()));
    }
    FileOutcome.Predicted predicted = (FileOutcome.Predicted) outcome;
    String label = String.format("%-" + LABEL_WIDTH + "s", predicted.label());
    String line =
        predicted.path()
            + "  "
            + style.bold(label)
            + "  "
            + values(predicted.probabilities(), value -> Quantity.percent(value));
    return predicted.logits() == null
        ? List.of(line)
        : List.of(line, "  logits  " + values(predicted.logits(), PredictionText::logit));
  }

  private static String logit(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String values(Map<String, Double> values, DoubleFunction<String> form) {
    return values.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " " + form.apply(entry.getValue()))
        .collect(Collectors.joining("  "));
  }
}
