package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.Candidate;
import dev.emovox.domain.Scores;
import dev.emovox.report.published.PublishedResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests of a run's models beside published ones. */
final class ComparisonText {
  private static final String NOTHING = "-";

  private final Style style;

  ComparisonText(Style style) {
    this.style = style;
  }

  /** A row for each published model, whether this run has tested it or not. */
  List<String> lines(PublishedResults published, List<Candidate> models) {
    List<String> lines = new ArrayList<>();
    published
        .comparison()
        .ifPresent(
            theirs -> {
              lines.add("");
              lines.add(style.bold(theirs.title()));
              lines.addAll(table(theirs, published.split(), models).lines(style));
            });
    if (!lines.isEmpty() || !published.stages().isEmpty()) {
      lines.add(style.dim("Published: " + published.source()));
    }
    return lines;
  }

  private static TextTable table(
      PublishedResults.Comparison theirs, String split, List<Candidate> models) {
    TextTable table =
        new TextTable("MODEL", ">ACCURACY", ">WEIGHTED F1", ">PUBLISHED ACCURACY", ">PUBLISHED F1");
    for (PublishedResults.Model model : theirs.models()) {
      Optional<Scores> ours =
          models.stream()
              .filter(its -> its.name().equals(model.model()) && its.split().equals(split))
              .map(its -> its.evaluation().overall())
              .findFirst();
      table.row(
          model.model(),
          ours.map(scores -> Quantity.precisePercent(scores.accuracy().value())).orElse(NOTHING),
          ours.map(scores -> Quantity.precisePercent(scores.weightedF1().value())).orElse(NOTHING),
          Quantity.precisePercent(model.accuracy()),
          Quantity.precisePercent(model.weightedF1()));
    }
    return table;
  }
}
