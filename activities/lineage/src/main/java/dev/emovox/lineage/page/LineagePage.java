package dev.emovox.lineage.page;

import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.pictures.PagePolicy;
import dev.emovox.pictures.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A graph as one HTML page without scripts and without anything from elsewhere. The same graph
 * gives the same bytes.
 */
public final class LineagePage {
  /** Most boxes of a picture that anyone can read. */
  private static final int MOST_BOXES = 160;

  private static final String STYLE = "lineage.css";

  private LineagePage() {}

  /** The page, in UTF-8. */
  public static byte[] of(LineageGraph graph) {
    LineageNode subject = graph.node(graph.subject());
    String style = style();
    String title = "Lineage of " + subject.kind().word() + " " + subject.label();
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    <a class="skip" href="#table-heading">To the table</a>
    <header>
    <p class="brand">Emovox lineage</p>
    <h1><span class="kind">%s</span> %s</h1>
    <p>What it was made from stands to its left, what was made from it to its right. Choose a box to read all about it in the table below.</p>
    %s</header>
    <main>
    <section aria-labelledby="picture-heading">
    <h2 id="picture-heading">Picture</h2>
    %s</section>
    <section aria-labelledby="table-heading">
    <h2 id="table-heading">All of it</h2>
    %s</section>
    </main>
    </body>
    </html>
    """
        .formatted(
            PagePolicy.of(style),
            SafeText.of(title),
            style,
            subject.kind().word(),
            SafeText.of(subject.label()),
            notices(graph),
            picture(graph),
            NodeTable.of(graph))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String notices(LineageGraph graph) {
    return graph.notices().stream()
        .map(notice -> "<p class=\"notice\">" + SafeText.of(notice) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String picture(LineageGraph graph) {
    Picture picture = Picture.of(graph);
    if (picture.nodes().size() > MOST_BOXES) {
      return "<p>A picture of %d boxes would not help; the table has all of them. Ask for one direction or a smaller depth to see one.</p>\n"
          .formatted(picture.nodes().size());
    }
    return "<div class=\"picture\" role=\"region\" aria-label=\"Picture, may be scrolled\""
        + " tabindex=\"0\">\n"
        + PictureSvg.of(picture, graph.subject())
        + "</div>\n";
  }

  private static String style() {
    try (InputStream file = LineagePage.class.getResourceAsStream(STYLE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the page's style", e);
    }
  }
}
