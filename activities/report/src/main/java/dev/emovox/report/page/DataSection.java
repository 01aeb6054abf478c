package dev.emovox.report.page;

import dev.emovox.evaluation.ClassDistributionPicture;
import dev.emovox.report.data.CorpusFacts;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SpeechFacts;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the run learnt from and was tested on. */
final class DataSection {
  private DataSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    if (report.speech() != null) {
      SpeechFacts speech = report.speech();
      content.add(corpora(speech));
      content.add(classes(speech));
      content.add(
          Parts.figure(
              ClassDistributionPicture.svg(counts(speech)),
              "Bars of the number of clips of each class, by corpus; the numbers are in the table above.",
              "Class distribution of all clips, by corpus."));
    }
    return new Section("data", "Data", content);
  }

  private static Element corpora(SpeechFacts speech) {
    Table table =
        new Table(
            "Corpora",
            "Corpus",
            ">Clips",
            ">Publisher's count",
            ">Rejects",
            ">Speakers",
            "Licence");
    for (CorpusFacts corpus : speech.corpora()) {
      table.row(
          Cell.heading(
              corpus.title().equals(corpus.name())
                  ? corpus.name()
                  : corpus.name() + " – " + corpus.title()),
          Cell.number(corpus.clips()),
          Cell.number(
              corpus.officialClips() == null
                  ? Numbers.NONE
                  : Integer.toString(corpus.officialClips())),
          Cell.number(corpus.rejects()),
          Cell.number(corpus.speakers()),
          Cell.of(corpus.licence() == null ? Numbers.NONE : corpus.licence()));
    }
    table.row(
        "total",
        List.of(
            Cell.heading("All"),
            Cell.number(speech.clips()),
            Cell.number(""),
            Cell.number(speech.rejects()),
            Cell.number(speech.corpora().stream().mapToInt(CorpusFacts::speakers).sum()),
            Cell.of("")));
    return table.element();
  }

  private static Element classes(SpeechFacts speech) {
    List<String> headings = new ArrayList<>(List.of("Class"));
    speech.corpora().forEach(corpus -> headings.add(">" + corpus.name()));
    headings.add(">All");
    Table table = new Table("Clips by class and corpus", headings.toArray(String[]::new));
    for (String label : speech.labels().labels()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.heading(label)));
      int all = 0;
      for (CorpusFacts corpus : speech.corpora()) {
        int clips = corpus.clipsPerClass().getOrDefault(label, 0);
        cells.add(Cell.number(clips == 0 ? Numbers.NONE : Integer.toString(clips)));
        all += clips;
      }
      cells.add(Cell.number(all));
      table.row("", cells);
    }
    return table.element();
  }

  private static Map<String, Map<String, Integer>> counts(SpeechFacts speech) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    speech.corpora().forEach(corpus -> counts.put(corpus.name(), corpus.clipsPerClass()));
    return counts;
  }
}
