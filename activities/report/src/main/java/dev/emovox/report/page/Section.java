package dev.emovox.report.page;

import dev.emovox.report.html.Element;
import java.util.List;

/**
 * A section of the page.
 *
 * @param id to which links lead
 * @param title its heading
 * @param content what is below the heading; a section of nothing is left out
 */
record Section(String id, String title, List<Element> content) {
  Section {
    content = List.copyOf(content);
  }

  Element element() {
    return Element.of("section")
        .with("aria-labelledby", id)
        .add(Element.of("h2", title).with("id", id))
        .addAll(content);
  }

  /** Its line in the table of contents. */
  Element link() {
    return Element.of("li").add(Element.of("a", title).with("href", "#" + id));
  }
}
