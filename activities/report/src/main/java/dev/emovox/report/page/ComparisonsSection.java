package dev.emovox.report.page;

import dev.emovox.report.data.PairedComparison;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SplitFacts;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Each two models of a split on the same clips. */
final class ComparisonsSection {
  private ComparisonsSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    for (SplitFacts split : report.splits()) {
      List<PairedComparison> pairs = report.comparisonsOn(split.name());
      if (!pairs.isEmpty()) {
        content.add(table(split, pairs));
      }
    }
    if (!content.isEmpty()) {
      content.add(
          Parts.note(
              "Differences are first minus second, in points of a percent, with 95 % intervals by a paired bootstrap over clips. McNemar's exact test looks at the clips that only one of the two has right; p is the probability of a count at least this uneven if both are equally good, and Holm's adjustment allows for the number of pairs. Clips of one speaker are not independent: this is about other clips of these speakers."));
    }
    return new Section("comparisons", "Paired comparisons", content);
  }

  private static Element table(SplitFacts split, List<PairedComparison> pairs) {
    Table table =
        new Table(
            "Models on the same clips of " + split.name(),
            "First",
            "Second",
            ">Difference of recall",
            ">Difference of accuracy",
            ">Only first right",
            ">Only second right",
            ">p (McNemar)",
            ">p (Holm)");
    for (PairedComparison pair : pairs) {
      var differences = pair.differences();
      table.row(
          Cell.heading(pair.first()),
          Cell.of(pair.second()),
          Cell.number(
              Numbers.points(differences.unweightedAverageRecall().value()),
              Numbers.points(differences.unweightedAverageRecall())),
          Cell.number(
              Numbers.points(differences.accuracy().value()),
              Numbers.points(differences.accuracy())),
          Cell.number(pair.test().onlyFirst()),
          Cell.number(pair.test().onlySecond()),
          Cell.number(Numbers.chance(pair.test().pValue())),
          Cell.number(Numbers.chance(pair.adjustedPValue())));
    }
    return table.element();
  }
}
