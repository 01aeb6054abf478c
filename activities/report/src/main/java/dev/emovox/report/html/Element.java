package dev.emovox.report.html;

import dev.emovox.pictures.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An HTML element. Texts and values of attributes are escaped; names of elements and attributes are
 * the program's own. What is written is well-formed XML too, so that any parser reads it. Built by
 * one thread.
 */
public final class Element {
  private static final Set<String> VOID = Set.of("meta", "img", "br", "col", "hr");

  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final List<String> contents = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** An empty element. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** An element with a text. */
  public static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  /** Sets an attribute. */
  public Element with(String attribute, String value) {
    attributes.append(' ').append(attribute).append("=\"").append(SafeText.of(value)).append('"');
    return this;
  }

  /** Sets the attribute {@code class}. */
  public Element styled(String classes) {
    return with("class", classes);
  }

  /** Sets an attribute that has no value. */
  public Element flagged(String attribute) {
    return with(attribute, "");
  }

  /** Adds text. */
  public Element text(String text) {
    contents.add(SafeText.of(text));
    return this;
  }

  /** Adds an element as it is now. */
  public Element add(Element child) {
    contents.add(child.html());
    return this;
  }

  /** Adds elements as they are now. */
  public Element addAll(List<Element> children) {
    children.forEach(this::add);
    return this;
  }

  /**
   * Adds the text of a style sheet of this program, which is not escaped.
   *
   * @throws IllegalArgumentException if it could end its element
   */
  public Element styleSheet(String text) {
    if (text.contains("</")) {
      throw new IllegalArgumentException("a style sheet with an end tag");
    }
    contents.add(text);
    return this;
  }

  /** The element as HTML. */
  public String html() {
    return VOID.contains(name)
        ? "<" + name + attributes + "/>"
        : "<" + name + attributes + ">" + String.join("", contents) + "</" + name + ">";
  }
}
