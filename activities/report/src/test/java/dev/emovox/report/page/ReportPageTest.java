package dev.emovox.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.records.RunRecord;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.testing.SmallNetwork;
import dev.emovox.report.testing.SmallRun;
import dev.emovox.report.words.Numbers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String HOSTILE = "</style><script>alert(1)</script>\"'&\u202e";

  private static ParsedPage page(SmallRun run, boolean withSounds) {
    return page(run, run.ended(), withSounds);
  }

  private static ParsedPage page(SmallRun run, RunRecord record, boolean withSounds) {
    RunReport report = run.artifacts().reports().collect(record);
    return ParsedPage.of(run.artifacts().reports().page(report, withSounds));
  }

  @Test
  void tablesHaveTheNumbersOfTheRun() {
    ParsedPage page = page(new SmallRun(), true);

    assertThat(page.row("Models on the test part of random", "forest"))
        .element(1)
        .asString()
        .startsWith("83.3 % ");
    assertThat(page.row("Classes: forest on random", "angry"))
        .containsExactly("angry", "83.3 %", "83.3 %", "83.3 %", "6");
    assertThat(page.row("Confusion matrix: forest on random", "angry"))
        .containsExactly("angry", "5 83.3 %", "1 16.7 %");
    assertThat(page.row("Models on the same clips of random", "forest"))
        .contains("regression", "3", "0", "0.250");
    assertThat(page.row("Clips by class and corpus", "sad")).containsExactly("sad", "12", "12");
    assertThat(page.row("By corpus, on the test part of random", "forest")).contains("tess", "12");
  }

  @Test
  void calibrationIsThatOfTheData() {
    SmallRun run = new SmallRun();
    RunReport report = run.artifacts().reports().collect(run.ended());
    var forest = report.models().get(1).calibration();

    assertThat(page(run, true).row("Calibration on the test parts", "forest"))
        .contains(
            Numbers.percent(forest.expectedCalibrationError()),
            Numbers.decimal(forest.brierScore()),
            Numbers.percent(forest.meanConfidence()));
  }

  @Test
  void everyTableHasACaptionAndHeadingsAndEveryPictureWords() {
    ParsedPage page = page(new SmallRun().network(SmallNetwork.status()), true);

    assertThat(page.elements("table"))
        .isNotEmpty()
        .allSatisfy(
            table -> {
              assertThat(table.getElementsByTagName("caption").getLength()).isOne();
              assertThat(table.getElementsByTagName("thead").getLength()).isOne();
            });
    assertThat(page.elements("th")).allMatch(cell -> !cell.getAttribute("scope").isEmpty());
    assertThat(page.elements("img"))
        .isNotEmpty()
        .allMatch(image -> !image.getAttribute("alt").isEmpty())
        .allMatch(image -> image.getAttribute("src").startsWith("data:image/svg+xml;base64,"));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    ParsedPage page = page(new SmallRun(), true);
    Set<String> ids = page.ids();

    assertThat(page.elements("a"))
        .extracting(link -> link.getAttribute("href"))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            link ->
                assertThat(ids.contains(link.substring(1)) || link.equals("http://mlflow/run/abc"))
                    .as(link)
                    .isTrue());
  }

  @Test
  void namesAreTextWhateverTheyAre() {
    SmallRun run = new SmallRun(HOSTILE).corpus("<img src=x onerror=alert(2)>\u0000");
    ParsedPage page = page(run, true);

    assertThat(page.elements("script")).isEmpty();
    assertThat(page.elements("img"))
        .allMatch(image -> image.getAttribute("onerror").isEmpty())
        .allMatch(image -> image.getAttribute("src").startsWith("data:"));
    assertThat(page.elements("td", "th"))
        .extracting(cell -> cell.getTextContent())
        .contains("</style><script>alert(1)</script>\"'&\uFFFD");
    assertThat(page.text()).doesNotContain("<script", "<img src=x", "\u202e", "\u0000");
  }

  @Test
  void nothingIsLoadedAndNothingIsRun() {
    ParsedPage page = page(new SmallRun(), true);

    assertThat(page.text())
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script", "<link", "@import", "url(", " style=\"", "<iframe");
    assertThat(page.elements("audio"))
        .hasSize(2)
        .allMatch(audio -> audio.getAttribute("src").startsWith("data:audio/wav;base64,UklGR"));
  }

  @Test
  void soundsAreLeftOutIfSpeechIsNotToBePassedOn() {
    ParsedPage page = page(new SmallRun(), false);

    assertThat(page.elements("audio")).isEmpty();
    assertThat(page.text()).contains("Made without sounds", "clip-01.wav").doesNotContain("UklGR");
  }

  @Test
  void showsEveryEpochOfANetworkAlsoOfAStageThatDidNotEnd() {
    ParsedPage page = page(new SmallRun().network(SmallNetwork.status()), true);

    assertThat(page.row("Stage first", "2"))
        .containsExactly("2", "0.7500", "0.7500", "60.00 %", "60.00 %", "60.00 %", "selected");
    assertThat(page.row("Stage second", "1")).contains("–", "50.00 %");
    assertThat(page.text()).contains("The stage did not end", "315\u202f702\u202f664 parameters");
  }

  @Test
  void publishedFiguresStandBesideOurs() {
    SmallRun run =
        new SmallRun()
            .configuration(
                """
                published:
                  source: A paper
                  split: random
                  clips: 11802
                  comparison:
                    title: Table 6. Models
                    models:
                      - {model: forest, accuracy: 0.6042, weighted_f1: 0.5979}
                      - {model: other, accuracy: 0.5, weighted_f1: 0.4}
                  classes:
                    title: Table 5. Classes
                    model: forest
                    rows:
                      - {label: sad, printed_as: surprised, precision: 0.79, recall: 0.8, f1: 0.8, support: 289}
                """);
    ParsedPage page = page(run, true);

    assertThat(page.row("Table 6. Models", "forest"))
        .containsExactly("forest", "83.33 %", "83.33 %", "60.42 %", "59.79 %");
    assertThat(page.row("Table 6. Models", "other"))
        .containsExactly("other", "–", "–", "50.00 %", "40.00 %");
    assertThat(page.row("Table 5. Classes", "sad"))
        .containsAll(List.of("sad", "surprised", "83.33 %", "79.00 %", "289"));
    assertThat(page.text()).contains("of 11802 clips", "ours of 24 clips", "Other data makes");
  }

  @Test
  void aRunWithoutResultsIsAPageToo() {
    SmallRun run = new SmallRun();

    assertThat(page(run, run.failed(), true).text()).contains("Why the run ended");
    assertThat(page(run, run.running(), true).elements("table")).hasSize(1);
  }
}
