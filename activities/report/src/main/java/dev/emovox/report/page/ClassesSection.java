package dev.emovox.report.page;

import dev.emovox.domain.ClassScores;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SplitFacts;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Each model by class, and what it confuses with what. */
final class ClassesSection {
  private static final int SHADES = 10;

  private ClassesSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    for (SplitFacts split : report.splits()) {
      List<ModelResult> models = report.modelsOn(split.name());
      double best = models.stream().mapToDouble(ModelResult::recall).max().orElse(0);
      for (ModelResult model : models) {
        content.add(
            Parts.folded(
                model.name() + " on " + split.name(), model.recall() == best, content(model)));
      }
    }
    if (!content.isEmpty()) {
      content.add(
          0,
          Parts.note(
              "The best model of each split is unfolded. Precision is the share of clips given a class that are of it, recall the share of a class' clips that were given it."));
    }
    return new Section("classes", "Classes and confusions", content);
  }

  private static List<Element> content(ModelResult model) {
    List<Element> content = new ArrayList<>();
    content.add(perClass(model));
    if (!model.confusion().isEmpty()) {
      content.add(confusion(model));
      content.add(
          Parts.note(
              "Rows are true classes, columns are what the model said; shades are shares of a row."));
    }
    return content;
  }

  private static Element perClass(ModelResult model) {
    Table table =
        new Table(
            "Classes: %s on %s".formatted(model.name(), model.split()),
            "Class",
            ">Precision",
            ">Recall",
            ">F1",
            ">Clips");
    for (String label : model.labels().labels()) {
      ClassScores scores = model.perClass().get(label);
      if (scores != null) {
        table.row(
            Cell.heading(label),
            Cell.number(Numbers.percent(scores.precision())),
            Cell.number(Numbers.percent(scores.recall())),
            Cell.number(Numbers.percent(scores.f1())),
            Cell.number(scores.support()));
      }
    }
    return table.element();
  }

  private static Element confusion(ModelResult model) {
    List<String> labels = model.labels().labels();
    List<String> headings = new ArrayList<>(List.of("True class"));
    labels.forEach(label -> headings.add(">" + label));
    Table table =
        new Table(
            "Confusion matrix: %s on %s".formatted(model.name(), model.split()),
            headings.toArray(String[]::new));
    for (int row = 0; row < model.confusion().size(); row++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.heading(labels.get(row))));
      List<Integer> counts = model.confusion().get(row);
      int clips = counts.stream().mapToInt(Integer::intValue).sum();
      counts.forEach(count -> cells.add(shaded(count, clips)));
      table.row("", cells);
    }
    return table.element();
  }

  private static Cell shaded(int count, int clips) {
    double share = clips == 0 ? 0 : count / (double) clips;
    Element cell =
        Element.of("td")
            .styled("number shade-" + (int) Math.ceil(share * SHADES))
            .text(Integer.toString(count));
    return new Cell(
        count == 0 ? cell : cell.text(" ").add(Element.of("small", Numbers.percent(share))));
  }
}
