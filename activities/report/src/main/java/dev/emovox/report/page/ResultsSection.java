package dev.emovox.report.page;

import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SplitFacts;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import dev.emovox.report.words.SummaryWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scores of all models, on all clips of a test part and by corpus. */
final class ResultsSection {
  private ResultsSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    for (SplitFacts split : report.splits()) {
      List<ModelResult> models = report.modelsOn(split.name());
      if (!models.isEmpty()) {
        content.add(
            Parts.heading(
                "Split " + split.name() + ": " + SummaryWords.policy(split.settings().policy())));
        content.add(overall(split, models));
        content.add(perCorpus(split, models));
      }
    }
    if (!content.isEmpty()) {
      content.add(
          Parts.note(
              "Small numbers are 95 % intervals in percent. Weighted F1 counts classes by their clips, macro F1 and recall count each class the same. Validation is the unweighted average recall by which a model is chosen; it is not of the test."));
    }
    return new Section("results", "Results", content);
  }

  private static Element overall(SplitFacts split, List<ModelResult> models) {
    Table table =
        new Table(
            "Models on the test part of " + split.name(),
            "Model",
            ">Accuracy",
            ">Weighted F1",
            ">Macro F1",
            ">Unweighted average recall",
            ">Validation",
            "");
    for (ModelResult model : models) {
      Scores scores = model.overall();
      List<Cell> cells = new ArrayList<>(List.of(Cell.heading(model.name())));
      Stream.of(
              scores.accuracy(),
              scores.weightedF1(),
              scores.macroF1(),
              scores.unweightedAverageRecall())
          .map(ResultsSection::cell)
          .forEach(cells::add);
      cells.add(Cell.number(Numbers.percent(model.validationUnweightedAverageRecall())));
      cells.add(Cell.of(model.registered() ? "registered" : ""));
      table.row("", cells);
    }
    return table.element();
  }

  private static Cell cell(Estimate estimate) {
    return Cell.number(Numbers.percent(estimate.value()), Numbers.interval(estimate));
  }

  private static Element perCorpus(SplitFacts split, List<ModelResult> models) {
    Table table =
        new Table(
            "By corpus, on the test part of " + split.name(),
            "Model",
            "Corpus",
            ">Clips",
            ">Accuracy",
            ">Weighted F1",
            ">Unweighted average recall");
    for (ModelResult model : models) {
      model
          .perCorpus()
          .forEach(
              (corpus, scores) ->
                  table.row(
                      Cell.heading(model.name()),
                      Cell.of(corpus),
                      Cell.number(scores.clips()),
                      cell(scores.accuracy()),
                      cell(scores.weightedF1()),
                      cell(scores.unweightedAverageRecall())));
    }
    return table.element();
  }
}
