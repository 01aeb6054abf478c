package dev.emovox.report.page;

import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Element;
import java.util.ArrayList;
import java.util.List;

/** What came of the run, and what to keep in mind. */
final class SummarySection {
  private SummarySection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    if (report.run().error() != null) {
      content.add(
          Element.of("div")
              .styled("box error")
              .add(Element.of("h3", "Why the run ended"))
              .add(Parts.paragraph(report.run().error())));
    }
    content.add(Parts.list(report.summary()));
    if (!report.models().isEmpty()) {
      content.add(
          Parts.figure(
              IntervalsPicture.svg(report.models()),
              "Unweighted average recall of each model on each split's test part with its 95 % interval; the numbers are in the section Results.",
              "Unweighted average recall on the test parts; lines are 95 % intervals."));
    }
    if (!report.warnings().isEmpty()) {
      content.add(
          Element.of("div")
              .styled("box")
              .add(Element.of("h3", "To keep in mind"))
              .add(Parts.list(report.warnings())));
    }
    return new Section("summary", "Summary", content);
  }
}
