package dev.emovox.report.page;

import dev.emovox.report.data.EpochPoint;
import dev.emovox.report.data.StageCurve;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.published.PublishedResults;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The epochs of a stage in a table, beside published ones where there are some. */
final class EpochTable {
  private static final String[] HEADINGS = {
    "Epoch",
    ">Training loss",
    ">Validation loss",
    ">Accuracy",
    ">Weighted F1",
    ">Unweighted average recall",
    ""
  };

  private final StageCurve stage;
  private final Optional<PublishedResults.Stage> published;

  private EpochTable(StageCurve stage, Optional<PublishedResults.Stage> published) {
    this.stage = stage;
    this.published = published;
  }

  /** The table, and what is to be said of it. */
  static List<Element> of(StageCurve stage, Optional<PublishedResults.Stage> published) {
    EpochTable table = new EpochTable(stage, published);
    return List.of(table.table(), Parts.note(table.legend()));
  }

  private Element table() {
    String caption =
        published
            .map(its -> its.title() + " – here: stage " + stage.name())
            .orElse("Stage " + stage.name());
    List<String> headings = new ArrayList<>(Arrays.asList(HEADINGS));
    if (published.isPresent()) {
      headings.addAll(List.of(">Published loss", ">Published accuracy", ""));
    }
    Table table = new Table(caption, headings.toArray(String[]::new));
    for (EpochPoint epoch : stage.epochs()) {
      boolean selected = epoch.epoch() == stage.selectedEpoch();
      List<Cell> cells = new ArrayList<>(ours(epoch, selected));
      published.ifPresent(its -> cells.addAll(theirs(its, epoch.epoch())));
      table.row(selected ? "selected" : "", cells);
    }
    return table.element();
  }

  private static List<Cell> ours(EpochPoint epoch, boolean selected) {
    var validation = epoch.validation();
    return List.of(
        Cell.heading(Integer.toString(epoch.epoch())),
        Cell.number(Numbers.loss(epoch.trainingLoss())),
        Cell.number(Numbers.loss(validation.loss())),
        Cell.number(Numbers.precisePercent(validation.accuracy())),
        Cell.number(Numbers.precisePercent(validation.weightedF1())),
        Cell.number(Numbers.precisePercent(validation.unweightedAverageRecall())),
        Cell.of(selected ? "selected" : ""));
  }

  private static List<Cell> theirs(PublishedResults.Stage stage, int epoch) {
    if (epoch > stage.epochs().size()) {
      return List.of(Cell.number(""), Cell.number(""), Cell.of(""));
    }
    PublishedResults.Epoch its = stage.epochs().get(epoch - 1);
    return List.of(
        Cell.number(Numbers.loss(its.loss())),
        Cell.number(Numbers.precisePercent(its.accuracy())),
        Cell.of(epoch == stage.selectedEpoch() ? "selected" : ""));
  }

  private String legend() {
    if (stage.selection() == null) {
      return "The stage did not end: no epoch is selected. %d of at most %d epochs."
          .formatted(stage.epochs().size(), stage.plannedEpochs());
    }
    return "Epoch %d of %d: %s.%s"
        .formatted(
            stage.selectedEpoch(),
            stage.epochs().size(),
            stage.selection(),
            stage.stoppedEarly() ? " The stage was stopped early." : "");
  }
}
