package dev.emovox.report.page;

import dev.emovox.pictures.PagePolicy;
import dev.emovox.report.data.RunFacts;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Element;
import dev.emovox.report.words.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as one HTML file that needs no other: no host, no script, pictures and sounds inside.
 * Equal reports give equal pages.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class ReportPage {
  private static final String STYLE_SHEET = "report.css";

  private final String style = resource(STYLE_SHEET);

  /** The page's text, to be stored in UTF-8. */
  public String html(RunReport report, PageMedia media) {
    List<Section> sections = sections(report, media);
    return "<!DOCTYPE html>\n"
        + Element.of("html")
            .with("lang", "en")
            .add(head(report.run()))
            .add(body(report, sections))
            .html()
        + "\n";
  }

  private static List<Section> sections(RunReport report, PageMedia media) {
    return Stream.of(
            SummarySection.of(report),
            DataSection.of(report),
            ResultsSection.of(report),
            ComparisonsSection.of(report),
            ClassesSection.of(report),
            CalibrationSection.of(report),
            TrainingSection.of(report),
            MapsSection.of(report, media),
            ConfusedSection.of(report, media),
            PublishedSection.of(report),
            ProtocolSection.of(report),
            ProvenanceSection.of(report))
        .filter(section -> !section.content().isEmpty())
        .toList();
  }

  private Element head(RunFacts run) {
    return Element.of("head")
        .add(Element.of("meta").with("charset", "utf-8"))
        .add(
            Element.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", PagePolicy.of(style)))
        .add(meta("viewport", "width=device-width, initial-scale=1"))
        .add(meta("color-scheme", "light dark"))
        .add(meta("referrer", "no-referrer"))
        .add(Element.of("title", "Report of " + run.id()))
        .add(Element.of("style").styleSheet(style));
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }

  private static Element body(RunReport report, List<Section> sections) {
    Element contents = Element.of("ul");
    sections.forEach(section -> contents.add(section.link()));
    Element main = Element.of("main").with("id", "content");
    sections.forEach(section -> main.add(section.element()));
    return Element.of("body")
        .add(Element.of("a", "To the report").styled("skip").with("href", "#content"))
        .add(header(report))
        .add(
            Element.of("div")
                .styled("columns")
                .add(Element.of("nav").with("aria-label", "Contents").add(contents))
                .add(main));
  }

  private static Element header(RunReport report) {
    RunFacts run = report.run();
    Element header =
        Element.of("header")
            .add(Element.of("p", "Emovox · report of a run").styled("kind"))
            .add(Element.of("h1", run.id()));
    if (run.description() != null) {
      header.add(Element.of("p", run.description()));
    }
    String facts =
        Stream.of(
                "experiment " + run.experiment(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.started() == null ? "" : "started " + run.started(),
                run.started() == null ? "" : "took " + Numbers.duration(run.seconds()),
                "seed " + run.seed())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(" · "));
    return header.add(Element.of("p", facts).styled("note"));
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
