package dev.emovox.report.page;

import dev.emovox.report.html.DataAddress;
import dev.emovox.report.html.Element;
import java.util.List;

/** Small parts of which sections are made. */
final class Parts {
  private Parts() {}

  static Element paragraph(String text) {
    return Element.of("p", text);
  }

  /** What explains a table or a figure. */
  static Element note(String text) {
    return Element.of("p", text).styled("note");
  }

  static Element heading(String text) {
    return Element.of("h3", text);
  }

  static Element list(List<String> sentences) {
    Element list = Element.of("ul");
    sentences.forEach(sentence -> list.add(Element.of("li", sentence)));
    return list;
  }

  /**
   * A picture. As an image it can neither run anything nor disturb the page's styles.
   *
   * @param words what it shows, for those who can't see it
   */
  static Element figure(String svg, String words, String caption) {
    Element picture = Element.of("img").with("alt", words).with("src", DataAddress.svg(svg));
    return Element.of("figure")
        .add(
            Element.of("div")
                .styled("picture")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", caption)
                .add(picture))
        .add(Element.of("figcaption", caption));
  }

  /** What is folded until somebody asks for it. */
  static Element folded(String title, boolean open, List<Element> content) {
    Element details = Element.of("details");
    if (open) {
      details.flagged("open");
    }
    return details.add(Element.of("summary", title)).addAll(content);
  }
}
