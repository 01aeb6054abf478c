package dev.emovox.report.page;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Scores;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.published.PublishedResults;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What others published of the same experiment, beside this run. */
final class PublishedSection {
  private final RunReport report;
  private final PublishedResults published;

  private PublishedSection(RunReport report) {
    this.report = report;
    this.published = report.published();
  }

  static Section of(RunReport report) {
    return new Section(
        "published",
        "Published figures beside ours",
        report.published() == null ? List.of() : new PublishedSection(report).content());
  }

  private List<Element> content() {
    List<Element> content = new ArrayList<>();
    content.add(Parts.paragraph("Published: " + published.source()));
    content.add(Parts.paragraph(data()));
    published.comparison().map(this::comparison).ifPresent(content::add);
    published
        .classes()
        .ifPresent(
            classes -> {
              content.add(classes(classes));
              classes.note().map(Parts::note).ifPresent(content::add);
            });
    if (!published.stages().isEmpty()) {
      content.add(Parts.note("Published epochs are beside ours under Training of networks."));
    }
    return content;
  }

  private String data() {
    String theirs =
        published
            .clips()
            .map(clips -> Numbers.count(clips, "clip"))
            .orElse("an unknown number of clips");
    String ours = report.speech() == null ? "none" : Numbers.count(report.speech().clips(), "clip");
    boolean same =
        report.speech() != null
            && published.clips().map(clips -> clips == report.speech().clips()).orElse(false);
    return "Theirs are of %s, ours of %s, on the split %s.%s"
        .formatted(
            theirs,
            ours,
            published.split(),
            same
                ? ""
                : " Other data makes another test, easier or harder: a difference between two columns is not the difference between two methods.");
  }

  private Element comparison(PublishedResults.Comparison theirs) {
    Table table =
        new Table(
            theirs.title(),
            "Model",
            ">Our accuracy",
            ">Our weighted F1",
            ">Published accuracy",
            ">Published weighted F1");
    for (PublishedResults.Model model : theirs.models()) {
      Optional<Scores> ours = ours(model.model()).map(ModelResult::overall);
      table.row(
          Cell.heading(model.model()),
          Cell.number(percent(ours.map(scores -> scores.accuracy().value()))),
          Cell.number(percent(ours.map(scores -> scores.weightedF1().value()))),
          Cell.number(Numbers.precisePercent(model.accuracy())),
          Cell.number(Numbers.precisePercent(model.weightedF1())));
    }
    return table.element();
  }

  private Element classes(PublishedResults.Classes theirs) {
    Table table =
        new Table(
            theirs.title(),
            "Class",
            "Printed as",
            ">Our precision",
            ">Our recall",
            ">Our F1",
            ">Our clips",
            ">Published precision",
            ">Published recall",
            ">Published F1",
            ">Published clips");
    for (PublishedResults.ClassRow row : theirs.rows()) {
      Optional<ClassScores> ours =
          ours(theirs.model()).map(model -> model.perClass().get(row.label()));
      table.row(
          Cell.heading(row.label()),
          Cell.of(row.printedAs().orElse(row.label())),
          Cell.number(percent(ours.map(ClassScores::precision))),
          Cell.number(percent(ours.map(ClassScores::recall))),
          Cell.number(percent(ours.map(ClassScores::f1))),
          Cell.number(ours.map(scores -> Integer.toString(scores.support())).orElse(Numbers.NONE)),
          Cell.number(Numbers.precisePercent(row.precision())),
          Cell.number(Numbers.precisePercent(row.recall())),
          Cell.number(Numbers.precisePercent(row.f1())),
          Cell.number(row.support()));
    }
    return table.element();
  }

  private Optional<ModelResult> ours(String model) {
    return report.modelsOn(published.split()).stream()
        .filter(its -> its.name().equals(model))
        .findFirst();
  }

  private static String percent(Optional<Double> share) {
    return share.map(Numbers::precisePercent).orElse(Numbers.NONE);
  }
}
