package dev.emovox.report.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A page as a strict parser reads it: pages are well-formed XML too.
 *
 * @param text the page
 * @param document its elements
 */
record ParsedPage(String text, Document document) {

  static ParsedPage of(String page) {
    try {
      return new ParsedPage(
          page,
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + page, e);
    }
  }

  List<Element> elements(String... names) {
    List<Element> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(list(document.getElementsByTagName(name)));
    }
    return all;
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  Set<String> ids() {
    return elements("*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The cells of the row that begins with a heading, in the table of that caption. */
  List<String> row(String caption, String heading) {
    Element table =
        elements("table").stream()
            .filter(its -> caption(its).equals(caption))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no table " + caption));
    return list(table.getElementsByTagName("tr")).stream()
        .map(ParsedPage::cells)
        .filter(cells -> cells.get(0).equals(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + heading + " in " + caption));
  }

  private static String caption(Element table) {
    return table.getElementsByTagName("caption").item(0).getTextContent();
  }

  private static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getChildNodes().getLength(); i++) {
      cells.add(row.getChildNodes().item(i).getTextContent());
    }
    return cells;
  }
}
