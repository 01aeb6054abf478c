package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.Candidate;
import dev.emovox.domain.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The test results of models: a line in all and one a corpus. */
final class ScoresText {
  private static final String LEGEND =
      "Test part, in brackets 95 % intervals by bootstrap. UAR is the unweighted average recall.";

  private final Style style;

  ScoresText(Style style) {
    this.style = style;
  }

  List<String> lines(List<Candidate> models) {
    TextTable table =
        new TextTable("SPLIT", "MODEL", ">CLIPS", ">ACCURACY", ">WEIGHTED F1", ">MACRO F1", ">UAR");
    models.forEach(model -> rows(table, model));
    List<String> lines = new ArrayList<>(table.lines(style));
    lines.add(style.dim(LEGEND));
    return lines;
  }

  private static void rows(TextTable table, Candidate model) {
    row(table, model.split(), model.name(), model.evaluation().overall());
    new TreeMap<>(model.evaluation().perCorpus())
        .forEach((corpus, scores) -> row(table, "", "  " + corpus, scores));
  }

  private static void row(TextTable table, String split, String name, Scores scores) {
    table.row(
        split,
        name,
        Integer.toString(scores.clips()),
        Quantity.percent(scores.accuracy()),
        Quantity.percent(scores.weightedF1().value()),
        Quantity.percent(scores.macroF1().value()),
        Quantity.percent(scores.unweightedAverageRecall()));
  }
}
